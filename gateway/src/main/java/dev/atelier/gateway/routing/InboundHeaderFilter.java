package dev.atelier.gateway.routing;

import java.util.Locale;
import java.util.Set;
import org.slf4j.MDC;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/** Lets no header in that only the house itself may say, and says how the request really came. */
@Component
final class InboundHeaderFilter implements RequestHttpHeadersFilter, Ordered {
    private static final Set<String> HOUSE_ONLY =
            Set.of("on-behalf-of", "forwarded", "x-real-ip", "cookie", "proxy-authorization", "x-http-method-override");

    @Override
    public HttpHeaders apply(HttpHeaders headers, ServerRequest request) {
        var kept = new HttpHeaders();
        headers.forEach((name, values) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            if (!HOUSE_ONLY.contains(lower) && !lower.startsWith("x-forwarded-")) {
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

    /** After the framework's own filters, which drop all of these. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
