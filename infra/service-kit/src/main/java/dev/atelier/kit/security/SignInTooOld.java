package dev.atelier.kit.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** The token is valid, but the user signed in too long ago for this route. */
public final class SignInTooOld extends AuthenticationException {
    private static final long serialVersionUID = 1;

    private final Duration longest;

    SignInTooOld(Duration longest) {
        super("Sign in again, then repeat this: it needs a sign-in of the last " + longest.toMinutes() + " minutes.");
        this.longest = longest;
    }

    /** Returns the maximum time since the sign-in. */
    public Duration longest() {
        return longest;
    }

    /** Returns the value of {@code WWW-Authenticate}. Source: RFC 9470, section 3. */
    public String challenge() {
        return "Bearer error=\"insufficient_user_authentication\", max_age=" + longest.toSeconds();
    }
}
