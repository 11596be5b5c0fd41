package dev.atelier.kit.web.admission;

import dev.atelier.kit.web.Refusal;
import dev.atelier.kit.web.mvc.FileRoutes;
import dev.atelier.kit.web.problem.Problem;
import dev.atelier.kit.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a request of a person or an API client in when there is a place for it, and gives the place back when its answer begins: a slow
 * reader holds none. Files that are sent hold none either: the gateway counts them. What services ask each other is not held
 * up: it belongs to work that was let in.
 */
final class AdmissionFilter extends OncePerRequestFilter {
    private final Admission admission;
    private final FileRoutes files;
    private final ProblemWriter problems;

    AdmissionFilter(Admission admission, FileRoutes files, ProblemWriter problems) {
        this.admission = admission;
        this.files = files;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/") || files.take(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Admission.Place place;
        try {
            place = admission.take(asker(request));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
            return;
        } catch (Refusal refused) {
            if (refused instanceof Overloaded) {
                response.setHeader(Overloaded.HEADER, "true");
            }
            problems.write(Problem.of(refused), request, response);
            return;
        }
        try (place) {
            chain.doFilter(request, new Answer(response, place));
        }
    }

    private static String asker(HttpServletRequest request) {
        var person = request.getUserPrincipal();
        return person == null ? "address " + request.getRemoteAddr() : person.getName();
    }

    /** Gives the place back before the first byte. */
    private static final class Answer extends HttpServletResponseWrapper {
        private final Admission.Place place;

        Answer(HttpServletResponse response, Admission.Place place) {
            super(response);
            this.place = place;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            place.close();
            return super.getOutputStream();
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            place.close();
            return super.getWriter();
        }
    }
}
