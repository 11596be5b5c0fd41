package dev.atelier.gateway.apidocs;

import dev.atelier.gateway.routing.UpstreamService;
import dev.atelier.kit.problem.RouteMethods;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The methods that the services' OpenAPI documents contain. */
final class DocumentedMethods implements RouteMethods {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final List<DocumentedRoute> routes;

    DocumentedMethods(ApiDocumentCatalogue apiDocumentCatalogue) {
        routes = UpstreamService.ALL.stream()
                .flatMap(upstreamService -> apiDocumentCatalogue.of(upstreamService.service()).stream())
                .flatMap(DocumentedMethods::routes)
                .toList();
    }

    @Override
    public Collection<String> at(String path) {
        var parsed = PathContainer.parsePath(path);
        return routes.stream()
                .filter(route -> route.path().matches(parsed))
                .flatMap(route -> route.methods().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<DocumentedRoute> routes(byte[] document) {
        return JsonMapper.shared()
                .readTree(document)
                .path("paths")
                .propertyStream()
                .map(path -> new DocumentedRoute(
                        PathPatternParser.defaultInstance.parse(path.getKey()), methods(path.getValue())));
    }

    private static Set<String> methods(JsonNode operations) {
        return operations
                .propertyStream()
                .map(Map.Entry::getKey)
                .map(name -> name.toUpperCase(Locale.ROOT))
                .filter(METHODS::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    private record DocumentedRoute(PathPattern path, Set<String> methods) {}
}
