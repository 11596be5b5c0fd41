package dev.atelier.kit.web.admission;

import dev.atelier.kit.problem.HttpProblem;
import dev.atelier.kit.problem.ProblemWriter;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.web.mvc.FileUploadRoutes;
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
 * Admits requests of people and API clients when a permit is available, and releases the permit when the response
 * starts, so that a slow reader does not hold one. File uploads need no permit, because the gateway limits them.
 * Requests between services need none either, because they are part of work that was already admitted.
 */
final class AdmissionFilter extends OncePerRequestFilter {
    private final RequestAdmission admission;
    private final FileUploadRoutes files;
    private final ProblemWriter problems;

    AdmissionFilter(RequestAdmission admission, FileUploadRoutes files, ProblemWriter problems) {
        this.admission = admission;
        this.files = files;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/") || files.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RequestAdmission.AdmissionPermit admissionPermit;
        try {
            admissionPermit = admission.acquire(asker(request));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
            return;
        } catch (Refusal refused) {
            if (refused instanceof ServiceOverloaded) {
                response.setHeader(ServiceOverloaded.HEADER, "true");
            }
            problems.write(HttpProblem.of(refused), request, response);
            return;
        }
        try (admissionPermit) {
            chain.doFilter(request, new AdmittedResponse(response, admissionPermit));
        }
    }

    private static String asker(HttpServletRequest request) {
        var person = request.getUserPrincipal();
        return person == null ? "address " + request.getRemoteAddr() : person.getName();
    }

    /** Releases the permit before the first byte. */
    private static final class AdmittedResponse extends HttpServletResponseWrapper {
        private final RequestAdmission.AdmissionPermit admissionPermit;

        AdmittedResponse(HttpServletResponse response, RequestAdmission.AdmissionPermit admissionPermit) {
            super(response);
            this.admissionPermit = admissionPermit;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            admissionPermit.close();
            return super.getOutputStream();
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            admissionPermit.close();
            return super.getWriter();
        }
    }
}
