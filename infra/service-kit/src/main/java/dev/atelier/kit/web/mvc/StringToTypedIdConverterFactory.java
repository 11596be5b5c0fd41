package dev.atelier.kit.web.mvc;

import dev.atelier.events.id.TypedId;
import dev.atelier.events.id.TypedIdFactory;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/** Converts typed ids in paths, query parameters and headers. */
final class StringToTypedIdConverterFactory implements ConverterFactory<String, TypedId> {
    @Override
    public <T extends TypedId> Converter<String, T> getConverter(Class<T> type) {
        return text -> TypedIdFactory.parse(type, text);
    }
}
