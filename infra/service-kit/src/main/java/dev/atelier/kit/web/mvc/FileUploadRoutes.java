package dev.atelier.kit.web.mvc;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Recognises requests that upload a file: one body of bytes, with a higher limit, which is streamed. */
public final class FileUploadRoutes {
    /** The media type of all uploads, whatever the file contains. */
    public static final MediaType TYPE = MediaType.APPLICATION_OCTET_STREAM;

    private final List<? extends RequestMatcher> routes;
    private final long maxBytes;

    FileUploadRoutes(FileUploadSettings settings) {
        this.routes = settings.paths().stream()
                .map(path -> PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, path))
                .toList();
        this.maxBytes = settings.maxBody().toBytes();
    }

    /** Whether the request's body is a file. */
    public boolean matches(HttpServletRequest request) {
        return routes.stream().anyMatch(route -> route.matches(request));
    }

    long maxBytes() {
        return maxBytes;
    }
}
