package dev.atelier.kit.web.drain;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;

/**
 * Delays the stop before any other component stops; Spring Boot has already set the readiness to refusing traffic.
 * Meanwhile responses ask the client to close its connection. Source: RFC 9112, section 9.6.
 */
final class ConnectionDrainer implements ApplicationListener<ContextClosedEvent>, Ordered, Filter {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionDrainer.class);

    private final ApplicationContext context;
    private final Duration drain;
    private volatile boolean begun;

    ConnectionDrainer(ApplicationContext context, Duration drain) {
        this.context = context;
        this.drain = drain;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent closing) {
        if (!closing.getApplicationContext().equals(context)) {
            return;
        }
        begun = true;
        context.publishEvent(new DrainStarted());
        if (drain.isPositive()) {
            LOG.info("Stopping; requests are still answered for {} ms", drain.toMillis());
            pause();
        }
    }

    private void pause() {
        try {
            Thread.sleep(drain);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (begun && response instanceof HttpServletResponse http) {
            http.setHeader(HttpHeaders.CONNECTION, "close");
        }
        chain.doFilter(request, response);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
