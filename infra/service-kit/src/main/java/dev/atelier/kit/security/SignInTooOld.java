package dev.atelier.kit.security;

import dev.atelier.kit.problem.HttpProblem;
import dev.atelier.kit.problem.ProblemSource;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;

/** The token is valid, but the user signed in too long ago for this route. */
public final class SignInTooOld extends AuthenticationException implements ProblemSource {
    private static final long serialVersionUID = 1;

    private final Duration longest;

    SignInTooOld(Duration longest) {
        super("Sign in again, then repeat this: it needs a sign-in of the last " + longest.toMinutes() + " minutes.");
        this.longest = longest;
    }

    @Override
    public HttpProblem problem() {
        return HttpProblem.of("sign-in-too-old", HttpStatus.UNAUTHORIZED, String.valueOf(getMessage()))
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, challenge());
    }

    /** Returns the value of {@code WWW-Authenticate}. Source: RFC 9470, section 3. */
    private String challenge() {
        return "Bearer error=\"insufficient_user_authentication\", max_age=" + longest.toSeconds();
    }
}
