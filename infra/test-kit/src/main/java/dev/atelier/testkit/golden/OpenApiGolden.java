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

    /** For a {@code @SpringBootTest} with a {@code @LocalServerPort} that trusts the tests' issuer. */
    public static void check(int port) {
        check(port, TestTokens.service("golden"));
    }

    /** For one that trusts another issuer: with the token of an operator or a service. */
    public static void check(int port, String token) {
        Golden.check(Path.of("openapi.json"), read(port, token));
    }

    /** The document as the service serves it to other services. */
    public static String read(int port) {
        return read(port, TestTokens.service("golden"));
    }

    private static String read(int port, String token) {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v3/api-docs"))
                    .header("Authorization", TestTokens.bearer(token))
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
