package dev.atelier.kit.mongo;

import dev.atelier.events.id.TypedId;
import dev.atelier.events.id.TypedIdFactory;
import java.util.UUID;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;

/** Converters that store every {@link TypedId} as a plain UUID. */
final class TypedIdConverters {
    private TypedIdConverters() {}

    @WritingConverter
    enum TypedIdWritingConverter implements Converter<TypedId, UUID> {
        INSTANCE;

        @Override
        public UUID convert(TypedId id) {
            return id.value();
        }
    }

    @ReadingConverter
    enum TypedIdReadingConverter implements ConverterFactory<UUID, TypedId> {
        INSTANCE;

        @Override
        public <T extends TypedId> Converter<UUID, T> getConverter(Class<T> type) {
            return value -> TypedIdFactory.of(type, value);
        }
    }
}
