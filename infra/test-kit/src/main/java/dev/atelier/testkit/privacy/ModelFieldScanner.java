package dev.atelier.testkit.privacy;

import dev.atelier.events.id.TypedId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.events.privacy.PersonalData;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Scans a record and all types that it contains. */
final class ModelFieldScanner {
    private final Set<Class<?>> on = new LinkedHashSet<>();
    private final List<ModelField> found = new ArrayList<>();

    private ModelFieldScanner() {}

    /**
     * Returns every field of the type, of its permitted subtypes if it is sealed, and of the types that they contain.
     */
    static List<ModelField> of(Class<?> type) {
        var modelFieldScanner = new ModelFieldScanner();
        modelFieldScanner.inside(type, "");
        return modelFieldScanner.found.stream().distinct().toList();
    }

    private void inside(Class<?> type, String prefix) {
        if (!on.add(type)) {
            return;
        }
        if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses()).forEach(variant -> inside(variant, prefix));
        }
        if (type.isRecord()) {
            Arrays.stream(type.getRecordComponents())
                    .forEach(part -> field(part, part.getGenericType(), prefix + part.getName()));
        } else {
            Arrays.stream(type.getDeclaredFields())
                    .filter(field -> !Modifier.isStatic(field.getModifiers()))
                    .forEach(field -> field(field, field.getGenericType(), prefix + field.getName()));
        }
        on.remove(type);
    }

    private void field(AnnotatedElement element, Type type, String path) {
        var personal = element.getAnnotation(PersonalData.class);
        if (personal != null) {
            found.add(new ModelField(path, personal, true));
        } else if (element.isAnnotationPresent(NotPersonal.class)) {
            found.add(new ModelField(path, null, true));
        } else {
            value(type, path);
        }
    }

    private void value(Type type, String path) {
        if (type instanceof ParameterizedType generic && raw(generic) instanceof Class<?> holder && holds(holder)) {
            var suffix = holder == Optional.class ? "" : "[]";
            Arrays.stream(generic.getActualTypeArguments()).forEach(held -> value(held, path + suffix));
        } else if (raw(type) instanceof Class<?> known && cannotHoldPersonalText(known)) {
            found.add(new ModelField(path, null, true));
        } else if (raw(type) instanceof Class<?> ours && ours.getName().startsWith("dev.atelier.")) {
            inside(ours, path + ".");
        } else {
            found.add(new ModelField(path, null, false));
        }
    }

    private static Type raw(Type type) {
        return type instanceof ParameterizedType generic ? generic.getRawType() : type;
    }

    private static boolean holds(Class<?> type) {
        return Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type) || type == Optional.class;
    }

    /** Whether the type (id, enum, number, time, boolean) cannot contain text of a person. */
    private static boolean cannotHoldPersonalText(Class<?> type) {
        return type.isPrimitive()
                || type.isEnum()
                || type == Boolean.class
                || type == UUID.class
                || Number.class.isAssignableFrom(type)
                || TypedId.class.isAssignableFrom(type)
                || Temporal.class.isAssignableFrom(type)
                || TemporalAmount.class.isAssignableFrom(type);
    }
}
