package dev.atelier.kit.openapi;

import dev.atelier.kit.idempotency.IdempotencyKey;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.ExpectedVersion;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.util.List;
import java.util.Optional;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;

/** The request parameters and headers from which the kit's controller arguments are read. */
final class ControllerArgumentParameters {
    private ControllerArgumentParameters() {}

    static List<Parameter> of(MethodParameter argument) {
        var type = argument.getNestedParameterType();
        if (type == ExpectedVersion.class) {
            return List.of(header(
                    HttpHeaders.IF_MATCH,
                    "The ETag of the version that is changed, such as \"7\".",
                    true,
                    OpenApiSchemas.of("string")));
        }
        if (type == IdempotencyKey.class) {
            var required = argument.getParameterType() != Optional.class;
            return List.of(header(
                    IdempotencyKey.HEADER,
                    "The client's key for this request. A repeated request with the same key takes effect once.",
                    required,
                    OpenApiSchemas.text(1, 200)));
        }
        if (type == CursorPageRequest.class) {
            return List.of(
                    new QueryParameter()
                            .name("limit")
                            .description("The number of items per page.")
                            .required(false)
                            .schema(OpenApiSchemas.wholeNumber(
                                    1, CursorPageRequest.MAX_LIMIT, CursorPageRequest.DEFAULT_LIMIT)),
                    new QueryParameter()
                            .name("cursor")
                            .description("The value of next in the previous page.")
                            .required(false)
                            .schema(OpenApiSchemas.of("string")));
        }
        return List.of();
    }

    private static Parameter header(String name, String description, boolean required, Schema<?> schema) {
        return new HeaderParameter()
                .name(name)
                .description(description)
                .required(required)
                .schema(schema);
    }
}
