package dev.atelier.events.asyncapi;

import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import dev.atelier.events.PublishedMessage;
import dev.atelier.events.id.TypedId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schemas of messages as {@link dev.atelier.events.MessageJson} writes them. */
final class MessageSchemaGenerator {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final SchemaGenerator generator;

    MessageSchemaGenerator() {
        var settings = new SchemaGeneratorConfigBuilder(JSON, SchemaVersion.DRAFT_7, OptionPreset.PLAIN_JSON)
                .with(Option.FLATTENED_ENUMS, Option.INLINE_ALL_SCHEMAS, Option.ADDITIONAL_FIXED_TYPES)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        settings.forTypesInGeneral()
                .withCustomDefinitionProvider((type, _) ->
                        TypedId.class.isAssignableFrom(type.getErasedType()) ? new CustomDefinition(id()) : null);
        settings.forFields()
                .withNullableCheck(MessageSchemaGenerator::nullable)
                .withRequiredCheck(field -> !nullable(field));
        generator = new SchemaGenerator(settings.build());
    }

    ObjectNode of(Class<? extends PublishedMessage> message) {
        return generator.generateSchema(message);
    }

    private static ObjectNode id() {
        return JSON.createObjectNode().put("type", "string").put("format", "uuid");
    }

    private static boolean nullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
