package dev.atelier.kit.state;

import dev.atelier.events.EntityState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.ResolvableType;

/** The state handlers of this service by the type of state. */
final class StateHandlerRegistry {
    private final Map<Class<?>, List<EntityStateHandler<?>>> byType;

    StateHandlerRegistry(Collection<EntityStateHandler<?>> listeners) {
        this.byType = listeners.stream().collect(Collectors.groupingBy(StateHandlerRegistry::stateTypeOf));
    }

    @SuppressWarnings("unchecked") // grouped by the type they declare
    <S extends EntityState> List<EntityStateHandler<S>> of(Class<S> type) {
        return byType.getOrDefault(type, List.of()).stream()
                .map(listener -> (EntityStateHandler<S>) listener)
                .toList();
    }

    Set<Class<?>> types() {
        return byType.keySet();
    }

    private static Class<?> stateTypeOf(EntityStateHandler<?> listener) {
        var type = ResolvableType.forClass(AopUtils.getTargetClass(listener))
                .as(EntityStateHandler.class)
                .getGeneric(0)
                .resolve();
        if (type == null) {
            throw new IllegalStateException(listener.getClass() + " must be a class that declares its type of state");
        }
        return type;
    }
}
