package dev.atelier.kit.openapi;

import dev.atelier.kit.security.Caller;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Adds the parts of the document that do not depend on routes: title, server, bearer scheme, shared problems. */
record OpenApiFrameCustomizer(String service) implements OpenApiCustomizer {
    @Override
    public void customise(OpenAPI document) {
        document.info(new Info().title("Atelier: " + service).version("1"));
        document.servers(List.of(new Server().url("/").description("The gateway.")));
        document.security(List.of(new SecurityRequirement().addList("bearer")));
        var components = Objects.requireNonNullElseGet(document.getComponents(), Components::new);
        components.addSecuritySchemes(
                "bearer",
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("A person's token with the audience atelier-api."));
        components.addSchemas(OpenApiSchemas.PROBLEM, OpenApiSchemas.problem());
        for (var problem : SharedProblemResponse.values()) {
            components.addResponses(problem.component(), response(problem));
        }
        document.components(components);
        nameOperations(document);
        addOnBehalfOfHeader(document);
    }

    private static void nameOperations(OpenAPI document) {
        var taken = new HashMap<String, String>();
        Objects.requireNonNullElseGet(document.getPaths(), Paths::new)
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    var id = OperationNames.id(method.name(), path);
                    var route = method + " " + path;
                    var other = taken.putIfAbsent(id, route);
                    if (other != null) {
                        throw new IllegalStateException(route + " and " + other + " have the same operation id " + id);
                    }
                    operation.setOperationId(id);
                    operation.setTags(List.of(OperationNames.tag(path)));
                }));
        document.setTags(null);
    }

    private static ApiResponse response(SharedProblemResponse problem) {
        return problem(problem.description());
    }

    static ApiResponse problem(String description) {
        return new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json", new MediaType().schema(OpenApiSchemas.problemReference())));
    }

    private static void addOnBehalfOfHeader(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        document.getPaths().entrySet().stream()
                .filter(path -> path.getKey().startsWith("/internal/"))
                .forEach(path -> path.getValue()
                        .addParametersItem(new HeaderParameter()
                                .name(Caller.ON_BEHALF_OF)
                                .description("The user on whose behalf the service calls, if there is one.")
                                .required(false)
                                .schema(OpenApiSchemas.uuid())));
    }
}
