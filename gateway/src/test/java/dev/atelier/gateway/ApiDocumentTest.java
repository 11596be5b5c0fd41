package dev.atelier.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.events.MessageCatalogue;
import dev.atelier.gateway.routing.StreamRoutes;
import dev.atelier.gateway.routing.UpstreamService;
import dev.atelier.kit.scope.ApiScope;
import dev.atelier.kit.scope.RouteScopes;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The documents of all APIs and events, for everyone and without a token. */
@GatewayTest
class ApiDocumentTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Pattern FILES = Pattern.compile("(?:src|href)=\"([^\"#:]+)\"");

    @Autowired
    private GatewayClient door;

    static List<UpstreamService> services() {
        return UpstreamService.ALL;
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyServicesDocumentHasTheRoutesThatPassAndNoOther(UpstreamService upstreamService) throws Exception {
        var document = read("/docs/openapi/" + upstreamService.service() + ".json");

        assertThat(document.path("openapi").asString()).startsWith("3.");
        assertThat(document.path("paths").propertyStream().map(Map.Entry::getKey))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(path).startsWith("/api/"));
        assertThat(upstreamService.paths().stream().map(ApiDocumentTest::beginning))
                .allSatisfy(route -> assertThat(
                                document.path("paths").propertyStream().map(Map.Entry::getKey))
                        .as("a route that is let through is documented")
                        .anyMatch(path -> beginning(path).startsWith(route)));
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyRouteNamesTheScopeItTakesOrIsForPeopleAlone(UpstreamService upstreamService) throws Exception {
        var paths = read("/docs/openapi/" + upstreamService.service() + ".json").path("paths");

        assertThat(paths.propertyStream())
                .isNotEmpty()
                .allSatisfy(path -> path.getValue()
                        .propertyStream()
                        .filter(route -> METHODS.contains(route.getKey()))
                        .forEach(route -> assertThat(named(route.getValue()))
                                .as(route.getKey() + " " + path.getKey())
                                .isEqualTo(RouteScopes.scope(
                                                route.getKey().toUpperCase(Locale.ROOT),
                                                path.getKey().replaceAll("[{}]", ""))
                                        .map(ApiScope::text)
                                        .orElse(""))));
    }

    @ParameterizedTest
    @MethodSource("services")
    void theRoutesThatAnswerAStreamAreThoseThatAreTreatedAsStreams(UpstreamService upstreamService) throws Exception {
        var paths = read("/docs/openapi/" + upstreamService.service() + ".json").path("paths");

        assertThat(paths.propertyStream())
                .allSatisfy(path -> assertThat(
                                StreamRoutes.matches("GET", path.getKey().replaceAll("[{}]", "")))
                        .as(path.getKey())
                        .isEqualTo(
                                path.getValue().at("/get/responses/200/content").has("text/event-stream")));
    }

    @Test
    void theEventsDocumentHasEveryTypeOfTheCatalogue() throws Exception {
        var messages = read("/docs/asyncapi.json").path("components").path("messages");

        assertThat(MessageCatalogue.all())
                .allSatisfy(entry -> assertThat(messages.has(entry.type())).isTrue());
    }

    @Test
    void thePageAndAllFilesThatItNamesAreThereAndItLoadsItsOwnAlone() throws Exception {
        var page = door.send(door.to("/docs/index.html"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("script-src 'self' 'unsafe");
        var files = FILES.matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .distinct();
        assertThat(files)
                .hasSizeGreaterThan(8)
                .allSatisfy(
                        file -> assertThat(door.send(door.to("/docs/" + file)).statusCode())
                                .as(file)
                                .isEqualTo(200));
        assertThat(door.send(door.to("/docs")).headers().firstValue("Location")).hasValue("/docs/index.html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/openapi/nobody-service.json",
                "/docs/openapi/identity-service",
                "/docs/../application.yml",
                "/docs/ui/index.html",
                "/docs/application.yml",
                "/webjars/swagger-ui/index.html"
            })
    void nothingElseIsThere(String path) throws Exception {
        assertThat(door.send(door.to(path)).statusCode()).isIn(400, 404);
    }

    @Test
    void documentsAreReadNotWritten() throws Exception {
        var answer = door.send(door.to("/docs/asyncapi.json").method("PUT", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isIn(404, 405);
        assertThat(answer.body()).contains("urn:atelier:problem:");
    }

    /** Returns the scope that a service account needs; empty if the route is only for users. */
    private static String named(JsonNode route) {
        return route.path("security")
                .valueStream()
                .map(way -> way.path("serviceAccount").path(0).asString(""))
                .collect(Collectors.joining());
    }

    private static String beginning(String path) {
        return path.replaceAll("\\{[^}]*}", "{}").replaceAll("/\\*\\*$", "");
    }

    private JsonNode read(String path) throws Exception {
        var answer = door.send(door.to(path));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("max-age=3600");
        return JsonMapper.shared().readTree(answer.body());
    }
}
