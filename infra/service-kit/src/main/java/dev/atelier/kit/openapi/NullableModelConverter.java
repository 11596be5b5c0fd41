package dev.atelier.kit.openapi;

import com.fasterxml.jackson.databind.JavaType;
import dev.atelier.kit.web.PartialUpdate;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Marks record components with {@code @Nullable} as nullable in the document. */
final class NullableModelConverter implements ModelConverter {
    private static final String NULL = "null";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        var resolved = chain.next().resolve(type, context, chain);
        JavaType known = Json.mapper().constructType(type.getType());
        if (resolved != null && known != null && known.isRecordType()) {
            var model = model(resolved, context);
            var properties = model == null ? null : model.getProperties();
            if (properties != null) {
                admitNull(known.getRawClass(), properties);
            }
        }
        return resolved;
    }

    private static @Nullable Schema<?> model(Schema<?> resolved, ModelConverterContext context) {
        var reference = resolved.get$ref();
        return reference == null
                ? resolved
                : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    @SuppressWarnings("rawtypes") // the library declares raw types
    private static void admitNull(Class<?> owner, Map<String, Schema> properties) {
        Arrays.stream(owner.getRecordComponents())
                .filter(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .filter(component ->
                        !owner.isAnnotationPresent(PartialUpdate.class) || component.getType() == Optional.class)
                .map(RecordComponent::getName)
                .forEach(name -> properties.computeIfPresent(name, (_, schema) -> orNull(schema)));
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() != null) {
            return new Schema<>().anyOf(List.of(schema, new Schema<>().types(Set.of(NULL))));
        }
        Set<String> types = schema.getTypes();
        if (types != null && !types.contains(NULL)) {
            var both = new LinkedHashSet<>(types);
            both.add(NULL);
            schema.setTypes(both);
            admitNullAmongValues(schema);
        }
        return schema;
    }

    private static <T> void admitNullAmongValues(Schema<T> schema) {
        if (schema.getEnum() != null && !schema.getEnum().contains(null)) {
            schema.addEnumItemObject(null);
        }
    }
}
