package dev.atelier.kit.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Describes JSON without a fixed structure as an object with any fields. */
final class FreeFormJsonModelConverter implements ModelConverter {
    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        JavaType known = Json.mapper().constructType(type.getType());
        if (known != null && known.isTypeOrSubTypeOf(JsonNode.class)) {
            var object = OpenApiSchemas.of("object");
            object.setAdditionalProperties(true);
            return object;
        }
        return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }
}
