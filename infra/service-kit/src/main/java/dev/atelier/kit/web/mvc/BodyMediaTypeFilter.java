package dev.atelier.kit.web.mvc;

import dev.atelier.kit.problem.ProblemMapper;
import dev.atelier.kit.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies of media types that services do not read before any filter or converter parses them: no forms, no
 * YAML, no wildcards, and files only as bytes. An empty form, as command-line clients send it, counts as no body.
 */
final class BodyMediaTypeFilter extends OncePerRequestFilter {
    private final List<MediaType> read;
    private final FileUploadRoutes files;
    private final ProblemWriter problems;

    BodyMediaTypeFilter(List<MediaType> read, FileUploadRoutes files, ProblemWriter problems) {
        this.read = read;
        this.files = files;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        var file = files.matches(request);
        var allowed = file ? List.of(FileUploadRoutes.TYPE) : read;
        var passes = type == null ? !file || !hasBody(request) : passes(type, hasBody(request), allowed);
        if (passes) {
            chain.doFilter(request, response);
        } else {
            problems.write(
                    ProblemMapper.of(new HttpMediaTypeNotSupportedException((MediaType) null, allowed)),
                    request,
                    response);
        }
    }

    private static boolean passes(String text, boolean body, List<MediaType> read) {
        try {
            var type = MediaType.parseMediaType(text);
            return type.isConcrete()
                    && (read.stream().anyMatch(one -> one.includes(type))
                            || (!body && !type.getType().equals("multipart")));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }
}
