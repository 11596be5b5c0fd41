package dev.atelier.gateway.requestvalidation;

import dev.atelier.gateway.routing.ConcurrencyLimiter;
import dev.atelier.kit.problem.HttpProblem;
import dev.atelier.kit.problem.ProblemMapper;
import dev.atelier.kit.problem.ProblemWriter;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.web.mvc.FileUploadRoutes;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeoutException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Receives the whole body before the request continues, except files. Limits how many bodies one user sends at a time.
 */
final class BodyBufferingFilter extends OncePerRequestFilter {
    private static final RequestMatcher PUBLIC =
            PathPatternRequestMatcher.withDefaults().matcher("/api/public/**");

    private final BodyReceiptSettings settings;
    private final FileUploadRoutes files;
    private final ConcurrencyLimiter concurrencyLimiter;
    private final ConcurrencyLimiter fileShares;
    private final ProblemWriter problems;

    BodyBufferingFilter(
            BodyReceiptSettings settings,
            FileUploadRoutes files,
            ConcurrencyLimiter concurrencyLimiter,
            ProblemWriter problems) {
        this.settings = settings;
        this.files = files;
        this.concurrencyLimiter = concurrencyLimiter;
        this.fileShares = new ConcurrencyLimiter(settings.filesAtOnce());
        this.problems = problems;
    }

    /** Without a user only the public routes are open, so other bodies need not be received. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return (request.getUserPrincipal() == null && !PUBLIC.matches(request)) || !hasBody(request);
    }

    private static String sender(HttpServletRequest request) {
        var person = request.getUserPrincipal();
        return person == null ? "address " + request.getRemoteAddr() : person.getName();
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (files.matches(request)) {
            forwardFile(request, response, chain);
        } else {
            bufferAndForward(request, response, chain);
        }
    }

    /**
     * Each file in transit occupies a place in a service until it is answered; therefore one user may send only a few
     * at a time.
     */
    private void forwardFile(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try (var _ = fileShares.acquire(sender(request))) {
            chain.doFilter(new StreamedBodyRequest(request, settings.fileDeadline()), response);
        } catch (Refusal refused) {
            problems.write(HttpProblem.of(refused), request, response);
        }
    }

    private void bufferAndForward(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        BufferedServletInputStream bufferedServletInputStream;
        try {
            bufferedServletInputStream = receive(request);
        } catch (Refusal refused) {
            problems.write(HttpProblem.of(refused), request, response);
            return;
        } catch (TimeoutException e) {
            problems.write(late(), request, response);
            return;
        } catch (IOException e) {
            // Usually the container has already sent the response and accepts no second one.
            if (!response.isCommitted()) {
                response.sendError(
                        isReadTimeout(e) ? HttpStatus.REQUEST_TIMEOUT.value() : HttpStatus.BAD_REQUEST.value());
            }
            return;
        }
        chain.doFilter(new BufferedBodyRequest(request, bufferedServletInputStream), response);
    }

    private BufferedServletInputStream receive(HttpServletRequest request) throws IOException, TimeoutException {
        try (var _ = concurrencyLimiter.acquire(sender(request))) {
            return BufferedServletInputStream.read(request.getInputStream(), settings.deadline());
        }
    }

    private static HttpProblem late() {
        return ProblemMapper.bodyTooSlow().withHeader(HttpHeaders.CONNECTION, "close");
    }

    private static boolean isReadTimeout(IOException failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof SocketTimeoutException;
    }
}
