package dev.atelier.kit.web.mvc;

import dev.atelier.kit.problem.CannotBeCleared;
import dev.atelier.kit.web.PartialUpdate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Refuses {@code null} in {@link PartialUpdate}s where it would be read as "absent" and change nothing. */
@RestControllerAdvice
final class PartialUpdateValidator extends RequestBodyAdviceAdapter {
    private final JsonMapper mapper;

    PartialUpdateValidator(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return isPartial(target);
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage input,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        var body = input.getBody().readAllBytes();
        var cleared = new ArrayList<String>();
        if (target instanceof Class<?> type) {
            collect(tree(body), type, "", cleared);
        }
        if (!cleared.isEmpty()) {
            throw new CannotBeCleared(cleared);
        }
        return new ParsedUpdate(input.getHeaders(), body);
    }

    /** A body that is not JSON is refused later by the converter, with a reason. */
    private JsonNode tree(byte[] body) {
        try {
            return mapper.readTree(body);
        } catch (JacksonException e) {
            return mapper.missingNode();
        }
    }

    private static void collect(JsonNode body, Class<?> type, String path, List<String> cleared) {
        for (var component : type.getRecordComponents()) {
            var value = body.path(component.getName());
            if (value.isNull() && component.getType() != Optional.class) {
                cleared.add(path + component.getName());
            } else if (value.isObject() && isPartial(component.getType())) {
                collect(value, component.getType(), path + component.getName() + ".", cleared);
            }
        }
    }

    private static boolean isPartial(Type type) {
        return type instanceof Class<?> known && known.isRecord() && known.isAnnotationPresent(PartialUpdate.class);
    }

    /** The body, to be read again. */
    private static final class ParsedUpdate implements HttpInputMessage {
        private final HttpHeaders headers;
        private final byte[] body;

        ParsedUpdate(HttpHeaders headers, byte[] body) {
            this.headers = headers;
            this.body = body;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(body);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }
}
