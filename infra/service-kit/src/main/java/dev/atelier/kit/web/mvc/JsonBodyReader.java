package dev.atelier.kit.web.mvc;

import dev.atelier.kit.problem.JsonBodyErrorMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON bodies and reports all errors of an invalid body at once. */
final class JsonBodyReader extends JacksonJsonHttpMessageConverter {
    private final JsonMapper mapper;

    JsonBodyReader(JsonMapper mapper) {
        super(mapper);
        this.mapper = mapper;
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage input, @Nullable Map<String, Object> hints)
            throws IOException {
        // Limited by {@code BodySizeLimitFilter}, which counts while the body is read.
        var bytes = input.getBody().readAllBytes();
        try {
            return super.read(type, new ReceivedBody(input.getHeaders(), bytes), hints);
        } catch (HttpMessageNotReadableException e) {
            throw JsonBodyErrorMapper.collectAll(e, bytes, mapper.constructType(type.getType()), mapper, input);
        }
    }

    private static final class ReceivedBody implements HttpInputMessage {
        private final HttpHeaders headers;
        private final byte[] bytes;

        ReceivedBody(HttpHeaders headers, byte[] bytes) {
            this.headers = headers;
            this.bytes = bytes;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }
}
