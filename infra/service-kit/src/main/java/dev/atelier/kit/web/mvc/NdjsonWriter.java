package dev.atelier.kit.web.mvc;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes long responses as one JSON object per line, in constant memory. A failure in the middle aborts the
 * connection.
 */
public final class NdjsonWriter {
    private static final int FLUSHED_EVERY = 100;

    private final JsonMapper json;

    NdjsonWriter(JsonMapper json) {
        this.json = json;
    }

    /** Writes and closes the items; for {@code void} routes with an {@link HttpServletResponse} argument. */
    public void write(Stream<?> items, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        var out = response.getOutputStream();
        try (items) {
            int written = 0;
            for (var each = items.iterator(); each.hasNext(); ) {
                out.write(json.writeValueAsBytes(each.next()));
                out.write('\n');
                if (++written % FLUSHED_EVERY == 0) {
                    out.flush();
                }
            }
        }
        out.flush();
    }
}
