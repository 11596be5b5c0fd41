package dev.atelier.backing.signin;

/** Keycloak returned another page or response than expected. */
public final class SignInFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    SignInFailed(String message) {
        super(message);
    }

    SignInFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
