package dev.atelier.kit.inbox;

import dev.atelier.events.Envelope;
import dev.atelier.events.Event;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.aop.support.AopUtils;

/** One {@code on} method of a listener. */
record Handler(EventListener listener, Method method, Class<?> hears, boolean wantsEnvelope) {
    /**
     * The {@code on} methods of a listener.
     *
     * @throws IllegalStateException where it has none, or one of another shape
     */
    static Stream<Handler> of(EventListener listener) {
        var type = AopUtils.getTargetClass(listener);
        var methods = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals("on") && !method.isSynthetic())
                .toList();
        if (methods.isEmpty()) {
            throw new IllegalStateException(type + " has no method on(SomeEvent)");
        }
        return methods.stream().map(method -> of(listener, method));
    }

    private static Handler of(EventListener listener, Method method) {
        var parameters = method.getParameterTypes();
        var withEnvelope = parameters.length == 2 && parameters[1] == Envelope.class;
        if (!(parameters.length == 1 || withEnvelope) || !Event.class.isAssignableFrom(parameters[0])) {
            throw new IllegalStateException(method + " should be on(SomeEvent) or on(SomeEvent, Envelope)");
        }
        method.setAccessible(true);
        return new Handler(listener, method, parameters[0], withEnvelope);
    }

    void handle(Event event, Envelope envelope) {
        try {
            if (wantsEnvelope) {
                method.invoke(listener, event, envelope);
            } else {
                method.invoke(listener, event);
            }
        } catch (InvocationTargetException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
