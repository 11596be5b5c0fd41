package dev.atelier.gateway.routing;

import java.util.Locale;
import java.util.Set;
import org.slf4j.MDC;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/** Removes headers that only the platform itself may set, and adds headers with the real origin of the request. */
@Component
final class InboundHeaderFilter implements RequestHttpHeadersFilter, Ordered {
    private static final Set<String> PLATFORM_ONLY =
            Set.of("on-behalf-of", "forwarded", "x-real-ip", "cookie", "proxy-authorization", "x-http-method-override");

    @Override
    public HttpHeaders apply(HttpHeaders headers, ServerRequest request) {
        var kept = new HttpHeaders();
        headers.forEach((name, values) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            if (!PLATFORM_ONLY.contains(lower) && !lower.startsWith("x-forwarded-")) {
                kept.addAll(name, values);
            }
        });
        var id = MDC.get("requestId");
        if (id != null) {
            kept.set("X-Request-Id", id);
        }
        var came = request.servletRequest();
        kept.set("X-Forwarded-For", came.getRemoteAddr());
        kept.set("X-Forwarded-Proto", came.getScheme());
        var host = request.headers().firstHeader(HttpHeaders.HOST);
        if (host != null) {
            kept.set("X-Forwarded-Host", host);
        }
        return kept;
    }

    /** Runs after Spring Cloud Gateway's own filters, which remove all of these headers. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
