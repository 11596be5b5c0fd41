package dev.atelier.events.id;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.KeyDeserializers;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes and reads every {@link TypedId} as a plain string in JSON, as a value and as a key. */
public final class TypedIdModule extends SimpleModule {
    private static final long serialVersionUID = 1;

    public TypedIdModule() {
        super("typed-ids");
        addSerializer(new TypedIdSerializer());
        addKeySerializer(TypedId.class, new TypedIdKeySerializer());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new TypedIdDeserializers());
        context.addKeyDeserializers(new TypedIdKeyDeserializers());
    }

    private static final class TypedIdSerializer extends StdSerializer<TypedId> {
        TypedIdSerializer() {
            super(TypedId.class);
        }

        @Override
        public void serialize(TypedId id, JsonGenerator json, SerializationContext context) {
            json.writeString(id.value().toString());
        }
    }

    private static final class TypedIdKeySerializer extends StdSerializer<TypedId> {
        TypedIdKeySerializer() {
            super(TypedId.class);
        }

        @Override
        public void serialize(TypedId id, JsonGenerator json, SerializationContext context) {
            json.writeName(id.value().toString());
        }
    }

    private static final class TypedIdDeserializers extends Deserializers.Base {
        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return hasDeserializerFor(config, type.getRawClass())
                    ? new TypedIdDeserializer<>(type.getRawClass().asSubclass(TypedId.class))
                    : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return TypedId.class.isAssignableFrom(type);
        }
    }

    private static final class TypedIdKeyDeserializers implements KeyDeserializers {
        @Override
        public @Nullable KeyDeserializer findKeyDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            if (!TypedId.class.isAssignableFrom(type.getRawClass())) {
                return null;
            }
            var id = type.getRawClass().asSubclass(TypedId.class);
            return new KeyDeserializer() {
                @Override
                public Object deserializeKey(String key, DeserializationContext context) {
                    return TypedIdFactory.parse(id, key);
                }
            };
        }
    }

    private static final class TypedIdDeserializer<T extends TypedId> extends ValueDeserializer<T> {
        private final Class<T> type;

        TypedIdDeserializer(Class<T> type) {
            this.type = type;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) {
            var text = json.getValueAsString();
            try {
                return TypedIdFactory.parse(type, text == null ? "" : text);
            } catch (IllegalArgumentException e) {
                return type.cast(context.handleWeirdStringValue(type, text, "must be a UUID"));
            }
        }
    }
}
