package dev.atelier.backing.signin;

/** Keycloak showed another page or answer than the one that should have come. */
public final class SignInFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    SignInFailed(String message) {
        super(message);
    }

    SignInFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
