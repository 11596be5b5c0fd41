package dev.atelier.gateway.requestvalidation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request whose parameters come only from its query; the container would also parse the body, and ignore invalid
 * parameters.
 */
final class ParsedQueryRequest extends HttpServletRequestWrapper {
    private final QueryParameters queryParameters;

    ParsedQueryRequest(HttpServletRequest request, QueryParameters queryParameters) {
        super(request);
        this.queryParameters = queryParameters;
    }

    @Override
    public @Nullable String getParameter(String name) {
        var values = queryParameters.parameters().get(name);
        return values == null ? null : values.getFirst();
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        var values = queryParameters.parameters().get(name);
        return values == null ? null : values.toArray(String[]::new);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        var map = new LinkedHashMap<String, String[]>();
        queryParameters.parameters().forEach((name, values) -> map.put(name, values.toArray(String[]::new)));
        return map;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(queryParameters.parameters().keySet());
    }
}
