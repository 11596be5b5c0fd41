package dev.atelier.kit.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JavaType;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.PartialUpdate;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Describes records: components with {@code @Nullable} may be null. A response contains each of its fields, also those that are null; of
 * the types in it those that are never null. What a request must contain is told by its validation annotations alone.
 */
final class RecordModelConverter implements ModelConverter {
    private static final String NULL = "null";
    private static final String RESPONSE = "Response";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        JavaType known = Json.mapper().constructType(type.getType());
        if (known != null && type.getName() == null) {
            type.name(schemaName(known));
        }
        var resolved = chain.next().resolve(type, context, chain);
        if (resolved != null && known != null && known.isRecordType()) {
            var model = model(resolved, context);
            if (model != null && model.getProperties() != null) {
                admitNull(known.getRawClass(), model.getProperties());
                require(known.getRawClass(), model);
            }
        }
        return resolved;
    }

    /** Returns what clients call a response: {@code RunResponse} is a {@code Run}, a page of them a {@code RunPage}. */
    private static @Nullable String schemaName(JavaType type) {
        var name = type.getRawClass().getSimpleName();
        if (type.hasRawClass(CursorPage.class) && type.containedTypeCount() == 1) {
            return withoutSuffix(type.containedType(0).getRawClass().getSimpleName()) + "Page";
        }
        return name.endsWith(RESPONSE) ? withoutSuffix(name) : null;
    }

    private static String withoutSuffix(String name) {
        return name.endsWith(RESPONSE) ? name.substring(0, name.length() - RESPONSE.length()) : name;
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
                .filter(RecordModelConverter::isNullable)
                .filter(component ->
                        !owner.isAnnotationPresent(PartialUpdate.class) || component.getType() == Optional.class)
                .map(RecordComponent::getName)
                .forEach(name -> properties.computeIfPresent(name, (_, schema) -> orNull(schema)));
    }

    private static void require(Class<?> owner, Schema<?> model) {
        var name = owner.getSimpleName();
        if (name.endsWith("Request") || owner.isAnnotationPresent(PartialUpdate.class)) {
            return;
        }
        boolean isResponse = name.endsWith(RESPONSE) || owner == CursorPage.class;
        Arrays.stream(owner.getRecordComponents())
                .filter(component -> isResponse || !isNullable(component))
                .filter(component -> !isLeftOut(owner, component))
                .map(RecordComponent::getName)
                .filter(model.getProperties()::containsKey)
                .filter(property ->
                        model.getRequired() == null || !model.getRequired().contains(property))
                .forEach(model::addRequiredItem);
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** Whether the field is left out when it is null. */
    private static boolean isLeftOut(Class<?> owner, RecordComponent component) {
        return isNullable(component)
                && (owner.isAnnotationPresent(JsonInclude.class)
                        || component.getAccessor().isAnnotationPresent(JsonInclude.class));
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
        if (schema.getEnum() != null && schema.getEnum().stream().noneMatch(Objects::isNull)) {
            // The values of an annotation are in a list that can neither be changed nor asked for null.
            schema.setEnum(new ArrayList<>(schema.getEnum()));
            schema.addEnumItemObject(null);
        }
    }
}
