package dev.atelier.kit.state;

import dev.atelier.events.State;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.ResolvableType;

/** Who acts on which kind of state in this service. */
final class Listeners {
    private final Map<Class<?>, List<StateListener<?>>> byType;

    Listeners(Collection<StateListener<?>> listeners) {
        this.byType = listeners.stream().collect(Collectors.groupingBy(Listeners::heardBy));
    }

    @SuppressWarnings("unchecked") // grouped by the type they declare
    <S extends State> List<StateListener<S>> of(Class<S> type) {
        return byType.getOrDefault(type, List.of()).stream()
                .map(listener -> (StateListener<S>) listener)
                .toList();
    }

    Set<Class<?>> types() {
        return byType.keySet();
    }

    private static Class<?> heardBy(StateListener<?> listener) {
        var type = ResolvableType.forClass(AopUtils.getTargetClass(listener))
                .as(StateListener.class)
                .getGeneric(0)
                .resolve();
        if (type == null) {
            throw new IllegalStateException(listener.getClass() + " must be a class that names its kind of state");
        }
        return type;
    }
}
