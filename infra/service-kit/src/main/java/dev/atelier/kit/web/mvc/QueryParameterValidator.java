package dev.atelier.kit.web.mvc;

import dev.atelier.kit.problem.InvalidField;
import dev.atelier.kit.problem.UnknownParameter;
import dev.atelier.kit.web.CursorPageRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses query parameters that a route does not declare, like unknown properties of bodies. */
final class QueryParameterValidator implements HandlerInterceptor {
    private static final int CLOSE = 2;

    private final Map<Method, SortedSet<String>> byRoute = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod route
                && AnnotatedElementUtils.hasAnnotation(route.getBeanType(), RestController.class)
                && route.getBeanType().getName().startsWith("dev.atelier.")) {
            check(request.getParameterMap().keySet(), byRoute.computeIfAbsent(route.getMethod(), _ -> known(route)));
        }
        return true;
    }

    private static void check(Collection<String> sent, SortedSet<String> known) {
        var unknown =
                sent.stream().filter(name -> !known.contains(name)).sorted().toList();
        if (!unknown.isEmpty()) {
            throw new UnknownParameter(
                    unknown.stream()
                            .map(name -> new InvalidField(name, message(name, known)))
                            .toList(),
                    known);
        }
    }

    private static String message(String name, SortedSet<String> known) {
        return known.stream()
                .filter(one -> distance(name, one) <= Math.min(CLOSE, one.length() - 1))
                .min(Comparator.comparingInt(one -> distance(name, one)))
                .map(close -> "is not known here; did you mean " + close + "?")
                .orElse("is not known here");
    }

    /** Returns the names of all query parameters that the route's arguments read. */
    private static SortedSet<String> known(HandlerMethod route) {
        var names = new TreeSet<String>();
        for (var argument : route.getMethodParameters()) {
            argument.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            names(argument.nestedIfOptional()).forEach(names::add);
        }
        return names;
    }

    private static Stream<String> names(MethodParameter argument) {
        var type = argument.getNestedParameterType();
        if (type == CursorPageRequest.class) {
            return Stream.of("limit", "cursor");
        }
        var single = argument.getParameterAnnotation(RequestParam.class);
        if (single != null) {
            return Stream.of(single.name().isEmpty() ? String.valueOf(argument.getParameterName()) : single.name());
        }
        return type.isRecord()
                        && (argument.hasParameterAnnotation(ParameterObject.class)
                                || argument.hasParameterAnnotation(ModelAttribute.class))
                ? Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName)
                : Stream.empty();
    }

    /**
     * The Levenshtein distance, ignoring case; names whose lengths differ by more than {@link #CLOSE} are infinitely
     * far apart.
     */
    private static int distance(String one, String other) {
        if (Math.abs(one.length() - other.length()) > CLOSE) {
            return Integer.MAX_VALUE;
        }
        var row = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int same = alike(one.charAt(i - 1), other.charAt(j - 1)) ? diagonal : diagonal + 1;
                diagonal = row[j];
                row[j] = Math.min(same, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }

    private static boolean alike(char one, char other) {
        return Character.toLowerCase(one) == Character.toLowerCase(other);
    }
}
