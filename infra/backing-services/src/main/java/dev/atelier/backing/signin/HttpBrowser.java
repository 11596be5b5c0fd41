package dev.atelier.backing.signin;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A browser: keeps cookies and follows redirects within Keycloak. Keycloak's cookies are {@code Secure} even over HTTP
 * on
 * loopback, where browsers send them and Java's cookie handler does not.
 */
final class HttpBrowser implements AutoCloseable {
    private static final int REDIRECTS = 10;
    private static final String USER_AGENT =
            "Atelier command line (%s)".formatted(System.getProperty("os.name", "unknown"));

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final Map<String, String> cookies = new TreeMap<>();

    HtmlPage get(URI address) {
        return follow(send(request(address).GET().build()));
    }

    HtmlPage post(URI address, Map<String, String> fields) {
        return follow(send(request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields)))
                .build()));
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(URI address) {
        var request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).header("User-Agent", USER_AGENT);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HtmlPage follow(HtmlPage first) {
        var page = first;
        for (var i = 0; i < REDIRECTS && page.redirect().isPresent(); i++) {
            var target = page.redirect().get();
            if (!String.valueOf(target.getAuthority()).equals(first.address().getAuthority())) {
                return page;
            }
            page = send(request(target).GET().build());
        }
        return page;
    }

    private HtmlPage send(HttpRequest request) {
        try {
            var response = client.send(request, BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            var redirect = response.headers().firstValue("Location").map(request.uri()::resolve);
            return new HtmlPage(
                    request.uri(),
                    response.statusCode(),
                    response.body(),
                    isRedirect(response) ? redirect : Optional.empty());
        } catch (IOException e) {
            throw new SignInFailed(
                    "Keycloak does not respond at " + request.uri().getAuthority(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SignInFailed("interrupted", e);
        }
    }

    private static boolean isRedirect(HttpResponse<?> response) {
        return response.statusCode() / 100 == 3;
    }

    private void keep(String cookie) {
        var pair = cookie.split(";", 2)[0];
        var name = pair.substring(0, pair.indexOf('='));
        var value = pair.substring(pair.indexOf('=') + 1);
        if (value.isEmpty() || cookie.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
