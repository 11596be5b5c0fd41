package dev.atelier.gateway.apidocs;

import dev.atelier.gateway.routing.UpstreamService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The documents that were built together with this gateway: the OpenAPI document of each service, without the routes
 * that the gateway does not expose, and the AsyncAPI document of the events.
 */
final class ApiDocumentCatalogue {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, byte[]> byService;
    private final byte[] events;

    ApiDocumentCatalogue() {
        byService = UpstreamService.ALL.stream()
                .collect(Collectors.toUnmodifiableMap(UpstreamService::service, ApiDocumentCatalogue::open));
        events = JSON.writeValueAsBytes(read("asyncapi.json"));
    }

    /** Returns the document of a service; empty if there is no service of this name. */
    Optional<byte[]> of(String service) {
        return Optional.ofNullable(byService.get(service)).map(byte[]::clone);
    }

    byte[] events() {
        return events.clone();
    }

    private static byte[] open(UpstreamService upstreamService) {
        var document = read(upstreamService.service() + "/openapi.json");
        var routes = upstreamService.paths().stream()
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
        var paths = (ObjectNode) document.path("paths");
        paths.remove(paths.propertyStream()
                .map(Map.Entry::getKey)
                .filter(path -> !isExposed(routes, path))
                .toList());
        return JSON.writeValueAsBytes(document);
    }

    private static boolean isExposed(List<PathPattern> routes, String template) {
        var path = PathContainer.parsePath(template.replaceAll("\\{[^}]*}", "1"));
        return routes.stream().anyMatch(route -> route.matches(path));
    }

    private static ObjectNode read(String name) {
        try (var file = new ClassPathResource("documents/" + name).getInputStream()) {
            return (ObjectNode) JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the document " + name + " is missing in the build", e);
        }
    }
}
