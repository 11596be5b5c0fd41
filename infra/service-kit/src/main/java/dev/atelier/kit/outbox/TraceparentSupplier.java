package dev.atelier.kit.outbox;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Supplies the current span as a {@code traceparent}, so that the message's consumers continue its trace. */
record TraceparentSupplier(Supplier<@Nullable Tracer> tracer, Supplier<@Nullable Propagator> propagator)
        implements Supplier<@Nullable String> {
    @Override
    public @Nullable String get() {
        var tracing = tracer.get();
        var span = tracing == null ? null : tracing.currentSpan();
        var propagation = propagator.get();
        if (span == null || propagation == null) {
            return null;
        }
        var headers = new HashMap<String, String>();
        propagation.inject(span.context(), headers, (carrier, name, value) -> headers.put(name, value));
        return headers.get("traceparent");
    }
}
