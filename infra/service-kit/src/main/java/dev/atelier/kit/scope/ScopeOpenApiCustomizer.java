package dev.atelier.kit.scope;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.Ordered;

/**
 * Documents which scope a service account needs for each route. Routes without a scope are for people only. Source of
 * roles beside a bearer scheme: OpenAPI 3.1, Security Requirement Object.
 */
final class ScopeOpenApiCustomizer implements OpenApiCustomizer, Ordered {
    private static final String SCHEME = "serviceAccount";

    @Override
    public void customise(OpenAPI document) {
        document.getComponents()
                .addSecuritySchemes(
                        SCHEME,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("atk_...")
                                .description("An API key of a service account with the scope named beside it."));
        document.getPaths().forEach((path, routes) -> {
            if (path.startsWith("/api/") && !path.startsWith("/api/public/")) {
                routes.readOperationsMap().forEach((method, operation) -> describe(path, method, operation));
            }
        });
    }

    private static void describe(String path, HttpMethod method, Operation operation) {
        RouteScopes.scope(method.name(), path.replaceAll("[{}]", ""))
                .ifPresent(scope -> operation.setSecurity(List.of(
                        new SecurityRequirement().addList("bearer"),
                        new SecurityRequirement().addList(SCHEME, scope.text()))));
        if (!operation.getResponses().containsKey("403")) {
            operation.getResponses().addApiResponse("403", new ApiResponse().$ref("#/components/responses/Forbidden"));
        }
    }

    /** After {@code OpenApiFrameCustomizer}, which creates the components. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
