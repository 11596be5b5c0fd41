package dev.atelier.kit.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Enforces {@link RequiresRecentSignIn} by the token's {@code auth_time}, which a token refresh does not renew. */
public final class RecentSignInInterceptor implements HandlerInterceptor {
    private static final String AUTH_TIME = "auth_time";

    private final Duration longest;
    private final Clock clock;

    /**
     * Creates the interceptor.
     *
     * @param longest maximum time since the sign-in
     */
    public RecentSignInInterceptor(Duration longest, Clock clock) {
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod route
                && route.hasMethodAnnotation(RequiresRecentSignIn.class)
                && !isRecent(request)) {
            throw new SignInTooOld(longest);
        }
        return true;
    }

    private boolean isRecent(HttpServletRequest request) {
        if (!(request.getUserPrincipal() instanceof JwtAuthenticationToken caller)) {
            return false;
        }
        var signedIn = caller.getToken().getClaimAsInstant(AUTH_TIME);
        return signedIn != null && !signedIn.plus(longest).isBefore(clock.instant());
    }
}
