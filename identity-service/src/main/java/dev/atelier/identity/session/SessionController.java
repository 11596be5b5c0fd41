package dev.atelier.identity.session;

import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.CursorPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's sessions. */
@RestController
@RequestMapping("/api/me/sessions")
class SessionController {
    private final SessionService sessionService;

    SessionController(SessionService sessionService) {
        this.sessionService = sessionService;
    }

    /** Returns the caller's sessions, the current one first, then by last use; one page holds them all. */
    @GetMapping
    CursorPage<SessionResponse> all(Caller caller, HttpServletRequest request) {
        return new CursorPage<>(sessionService.of(caller.userId(), current(request)), null);
    }

    /** Ends one of the caller's sessions: its tokens are refused from now on. Idempotent. */
    @DeleteMapping("/{session}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String session, Caller caller, HttpServletRequest request) {
        sessionService.end(caller.userId(), session, current(request));
    }

    /** Ends all the caller's sessions, or with {@code except=current} all but the current one. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endAll(
            @RequestParam(required = false) @Pattern(regexp = "current", message = "must be current") @Nullable String except,
            Caller caller,
            HttpServletRequest request) {
        if (except == null) {
            sessionService.endAll(caller.userId());
        } else {
            sessionService.endOthers(caller.userId(), current(request));
        }
    }

    /** Returns the id of the session of the request's token. */
    private static @Nullable String current(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof JwtAuthenticationToken token
                ? token.getToken().getClaimAsString("sid")
                : null;
    }
}
