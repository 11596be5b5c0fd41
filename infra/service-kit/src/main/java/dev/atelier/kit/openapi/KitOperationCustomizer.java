package dev.atelier.kit.openapi;

import dev.atelier.kit.access.RefusedWhenSuspended;
import dev.atelier.kit.idempotency.IdempotencyKey;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.security.CallingService;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.ExpectedVersion;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/**
 * Adds to each operation the headers and parameters that the kit's controller arguments read, and the problems that it
 * can answer.
 */
final class KitOperationCustomizer implements OperationCustomizer {
    private static final Set<Class<?>> KIT_ARGUMENTS = Set.of(
            Caller.class, CallingService.class, ExpectedVersion.class, CursorPageRequest.class, IdempotencyKey.class);

    @Override
    public Operation customize(Operation operation, HandlerMethod route) {
        var arguments = Arrays.stream(route.getMethodParameters())
                .map(MethodParameter::nestedIfOptional)
                .toList();
        operation.setParameters(parameters(operation, arguments));
        var responses = Objects.requireNonNullElseGet(operation.getResponses(), ApiResponses::new);
        problems(route, arguments).forEach(problem -> responses.putIfAbsent(problem.status(), problem.reference()));
        if (route.hasMethodAnnotation(RefusedWhenSuspended.class)) {
            responses.putIfAbsent(
                    "402", OpenApiFrameCustomizer.problem("The workspace is suspended until its open bills are paid."));
        }
        operation.setResponses(responses);
        return operation;
    }

    private static List<Parameter> parameters(Operation operation, List<MethodParameter> arguments) {
        var kept = new ArrayList<Parameter>();
        if (operation.getParameters() != null) {
            var ours = arguments.stream()
                    .filter(argument -> KIT_ARGUMENTS.contains(argument.getNestedParameterType()))
                    .map(MethodParameter::getParameterName)
                    .toList();
            operation.getParameters().stream()
                    .filter(parameter -> !ours.contains(parameter.getName()))
                    .forEach(kept::add);
        }
        for (var argument : arguments) {
            kept.addAll(ControllerArgumentParameters.of(argument));
        }
        return kept;
    }

    private static Set<SharedProblemResponse> problems(HandlerMethod route, List<MethodParameter> arguments) {
        var problems = EnumSet.of(
                SharedProblemResponse.UNAUTHENTICATED,
                SharedProblemResponse.LIMITED,
                SharedProblemResponse.UNAVAILABLE);
        // Every route: an unknown query parameter is refused even where the route has no input.
        problems.add(SharedProblemResponse.INVALID_INPUT);
        if (!route.getBeanType().isAnnotationPresent(SecurityRequirements.class)) {
            problems.add(SharedProblemResponse.FORBIDDEN);
        }
        if (annotated(arguments, PathVariable.class)) {
            problems.addAll(EnumSet.of(SharedProblemResponse.NOT_FOUND, SharedProblemResponse.FORBIDDEN));
        }
        if (!route.hasMethodAnnotation(GetMapping.class)) {
            problems.add(SharedProblemResponse.CONFLICT);
        }
        if (annotated(arguments, RequestBody.class) || has(arguments, InputStream.class)) {
            problems.addAll(EnumSet.of(
                    SharedProblemResponse.PAYLOAD_TOO_LARGE,
                    SharedProblemResponse.UNSUPPORTED_MEDIA_TYPE,
                    SharedProblemResponse.UNPROCESSABLE));
        }
        if (has(arguments, ExpectedVersion.class)) {
            problems.addAll(EnumSet.of(SharedProblemResponse.STALE, SharedProblemResponse.IF_MATCH_MISSING));
        }
        if (has(arguments, IdempotencyKey.class)) {
            problems.add(SharedProblemResponse.UNPROCESSABLE);
        }
        return problems;
    }

    private static boolean has(List<MethodParameter> arguments, Class<?> type) {
        return arguments.stream().anyMatch(argument -> argument.getNestedParameterType() == type);
    }

    private static boolean annotated(List<MethodParameter> arguments, Class<? extends Annotation> annotation) {
        return arguments.stream().anyMatch(argument -> argument.hasParameterAnnotation(annotation));
    }
}
