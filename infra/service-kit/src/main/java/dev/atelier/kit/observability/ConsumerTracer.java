package dev.atelier.kit.observability;

import dev.atelier.kit.kafka.CloudEventHeaders;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.MDC;

/** Continues the trace of a consumed message. */
public final class ConsumerTracer {
    private final Tracer tracer;
    private final Propagator propagator;

    ConsumerTracer(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /**
     * Runs the work in a span that continues the message's trace, with the workspace id in the logging context (MDC).
     */
    public void runInSpan(ConsumerRecord<String, ?> message, Runnable work) {
        var span = propagator
                .extract(
                        message.headers(),
                        (headers, name) -> headers == null ? null : CloudEventHeaders.header(headers, name))
                .name(message.topic() + " process")
                .kind(Span.Kind.CONSUMER)
                .start();
        var workspace = CloudEventHeaders.header(message.headers(), CloudEventHeaders.WORKSPACE);
        try (var _ = tracer.withSpan(span);
                var _ = MDC.putCloseable(MdcKeys.WORKSPACE, workspace)) {
            work.run();
        } catch (RuntimeException | Error e) {
            span.error(e);
            throw e;
        } finally {
            span.end();
        }
    }
}
