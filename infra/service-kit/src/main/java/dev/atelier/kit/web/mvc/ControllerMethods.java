package dev.atelier.kit.web.mvc;

import dev.atelier.kit.problem.RouteMethods;
import java.util.Collection;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Looks up the methods that controllers declare. */
final class ControllerMethods implements RouteMethods {
    private final Supplier<RequestMappingHandlerMapping> routes;

    ControllerMethods(Supplier<RequestMappingHandlerMapping> routes) {
        this.routes = routes;
    }

    @Override
    public Collection<String> at(String path) {
        var parsed = PathContainer.parsePath(path);
        var methods = new TreeSet<String>();
        routes.get().getHandlerMethods().keySet().stream()
                .filter(route -> matches(route, parsed))
                .flatMap(route -> route.getMethodsCondition().getMethods().stream())
                .forEach(method -> methods.add(method.name()));
        return methods;
    }

    private static boolean matches(RequestMappingInfo route, PathContainer path) {
        var patterns = route.getPathPatternsCondition();
        return patterns != null && patterns.getPatterns().stream().anyMatch(pattern -> pattern.matches(path));
    }
}
