package dev.atelier.kit.observability;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Assigns an id to every request. Sends it in {@code X-Request-Id} and puts it into the logging context (MDC), with
 * the workspace id where the path contains one. Keeps an id sent by the client if it has 1 to 64 letters, digits,
 * dots, dashes or underscores.
 */
final class RequestIdFilter extends OncePerRequestFilter {
    static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = RequestIdFilter.class.getName();
    private static final Pattern ID = Pattern.compile("[\\w.-]{1,64}");
    private static final Pattern WORKSPACE = Pattern.compile("^/(?:api|internal)/workspaces/([0-9a-fA-F-]{36})(?:/|$)");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = id(request);
        request.setAttribute(ATTRIBUTE, id);
        response.setHeader(HEADER, id);
        try (var _ = MDC.putCloseable(MdcKeys.REQUEST, id);
                var _ = MDC.putCloseable(MdcKeys.WORKSPACE, workspace(request.getRequestURI()))) {
            chain.doFilter(request, response);
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private static String id(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        return Optional.ofNullable(request.getHeader(HEADER))
                .filter(id -> ID.matcher(id).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    private static @Nullable String workspace(String path) {
        var found = WORKSPACE.matcher(path);
        return found.find() ? found.group(1) : null;
    }
}
