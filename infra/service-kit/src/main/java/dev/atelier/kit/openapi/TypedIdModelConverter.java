package dev.atelier.kit.openapi;

import com.fasterxml.jackson.databind.JavaType;
import dev.atelier.events.id.TypedId;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Iterator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Describes typed ids as UUIDs. */
final class TypedIdModelConverter implements ModelConverter {
    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        JavaType known = Json.mapper().constructType(type.getType());
        return chain.next()
                .resolve(known != null && known.isTypeOrSubTypeOf(TypedId.class) ? asUuid(type) : type, context, chain);
    }

    private static AnnotatedType asUuid(AnnotatedType type) {
        return new AnnotatedType(UUID.class)
                .ctxAnnotations(type.getCtxAnnotations())
                .propertyName(type.getPropertyName())
                .schemaProperty(type.isSchemaProperty())
                .parent(type.getParent());
    }
}
