package dev.atelier.gateway.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request whose parameters are those of its query; the container would look for more in the body, and drop bad ones. */
final class UnderstoodRequest extends HttpServletRequestWrapper {
    private final Query query;

    UnderstoodRequest(HttpServletRequest request, Query query) {
        super(request);
        this.query = query;
    }

    @Override
    public @Nullable String getParameter(String name) {
        var values = query.parameters().get(name);
        return values == null ? null : values.getFirst();
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        var values = query.parameters().get(name);
        return values == null ? null : values.toArray(String[]::new);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        var map = new LinkedHashMap<String, String[]>();
        query.parameters().forEach((name, values) -> map.put(name, values.toArray(String[]::new)));
        return map;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(query.parameters().keySet());
    }
}
