package dev.atelier.kit.security;

import dev.atelier.kit.problem.HttpProblem;
import dev.atelier.kit.problem.ProblemMapper;
import dev.atelier.kit.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Writes problems for requests that the security filters refuse. */
record ProblemAuthenticationEntryPoint(ProblemWriter writer) implements AuthenticationEntryPoint, AccessDeniedHandler {
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        var problem = refused instanceof AuthenticationServiceException
                ? HttpProblem.of(new SignInUnavailable())
                : ProblemMapper.unauthenticated();
        writer.write(problem, request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        writer.write(ProblemMapper.of(refused), request, response);
    }
}
