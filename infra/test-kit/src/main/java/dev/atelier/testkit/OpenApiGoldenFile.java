package dev.atelier.testkit;

import dev.atelier.testkit.tokens.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Compares the OpenAPI document of a running service with {@code openapi.json} in its folder. */
public final class OpenApiGoldenFile {
    private OpenApiGoldenFile() {}

    /** Checks the service of a {@code @SpringBootTest} with a {@code @LocalServerPort} that trusts the test issuer. */
    public static void check(int port) {
        check(port, TestTokens.service("golden"));
    }

    /** Checks a service that trusts another issuer, with the token of an operator or a service. */
    public static void check(int port, String token) {
        var document = read(port, token);
        GoldenFile.check(Path.of("openapi.json"), document);
        var silent = withoutSuccess(document);
        if (!silent.isEmpty()) {
            throw new AssertionError("these routes do not document a success response: " + silent);
        }
    }

    /**
     * Returns routes without a success response: an annotation for another response replaces the default, so success
     * must be annotated too.
     */
    private static List<String> withoutSuccess(String document) {
        return JsonMapper.shared()
                .readTree(document)
                .path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(operation -> operation.getValue().has("responses"))
                        .filter(operation -> operation
                                .getValue()
                                .path("responses")
                                .propertyStream()
                                .noneMatch(answer -> answer.getKey().startsWith("2")))
                        .map(operation -> operation.getKey() + " " + path.getKey()))
                .toList();
    }

    /** Returns the document that the service serves. */
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
                throw new AssertionError("/v3/api-docs returned " + response.statusCode() + ": " + response.body());
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
