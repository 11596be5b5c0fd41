package dev.atelier.kit.inbox;

import dev.atelier.events.DomainEvent;
import dev.atelier.events.MessageEnvelope;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.aop.support.AopUtils;

/** One {@code on} method of a {@link DomainEventHandler}. */
record EventHandlerMethod(DomainEventHandler listener, Method method, Class<?> hears, boolean wantsEnvelope) {
    /**
     * Finds the {@code on} methods of a handler.
     *
     * @throws IllegalStateException where it has none, or one with other parameters
     */
    static Stream<EventHandlerMethod> of(DomainEventHandler listener) {
        var type = AopUtils.getTargetClass(listener);
        var methods = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals("on") && !method.isSynthetic())
                .toList();
        if (methods.isEmpty()) {
            throw new IllegalStateException(type + " has no method on(SomeEvent)");
        }
        return methods.stream().map(method -> of(listener, method));
    }

    private static EventHandlerMethod of(DomainEventHandler listener, Method method) {
        var parameters = method.getParameterTypes();
        var withEnvelope = parameters.length == 2 && parameters[1] == MessageEnvelope.class;
        if (!(parameters.length == 1 || withEnvelope) || !DomainEvent.class.isAssignableFrom(parameters[0])) {
            throw new IllegalStateException(method + " must be on(SomeEvent) or on(SomeEvent, MessageEnvelope)");
        }
        method.setAccessible(true);
        return new EventHandlerMethod(listener, method, parameters[0], withEnvelope);
    }

    void handle(DomainEvent event, MessageEnvelope envelope) {
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
