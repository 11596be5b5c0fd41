package dev.atelier.testkit.golden;

import dev.atelier.testkit.tokens.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/** The API document of a running service against {@code openapi.json} in its folder. */
public final class OpenApiGolden {
    private OpenApiGolden() {}

    /** For a {@code @SpringBootTest} with a {@code @LocalServerPort}. */
    public static void check(int port) {
        Golden.check(Path.of("openapi.json"), read(port));
    }

    /** The document as the service serves it. */
    public static String read(int port) {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v3/api-docs"))
                    .header("Authorization", TestTokens.bearer(TestTokens.service("golden")))
                    .build();
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError("/v3/api-docs answered " + response.statusCode() + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
