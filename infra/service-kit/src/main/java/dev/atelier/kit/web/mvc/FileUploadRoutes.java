package dev.atelier.kit.web.mvc;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Knows which requests send a file: one body of bytes, longer than others, passed on as it comes. */
public final class FileUploadRoutes {
    /** What a file is sent as, whatever it holds. */
    public static final MediaType TYPE = MediaType.APPLICATION_OCTET_STREAM;

    private final List<? extends RequestMatcher> routes;
    private final long maxBytes;

    FileUploadRoutes(FileUploadSettings settings) {
        this.routes = settings.paths().stream()
                .map(path -> PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, path))
                .toList();
        this.maxBytes = settings.maxBody().toBytes();
    }

    /** Whether its body is a file. */
    public boolean take(HttpServletRequest request) {
        return routes.stream().anyMatch(route -> route.matches(request));
    }

    long maxBytes() {
        return maxBytes;
    }
}
