package dev.atelier.kit.idempotency;

import dev.atelier.kit.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the header {@code Idempotency-Key} and scopes the key to the person and the route. */
public final class IdempotencyKeyArgumentResolver implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.nestedIfOptional().getNestedParameterType() == IdempotencyKey.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var value = request.getHeader(IdempotencyKey.HEADER);
        var optional = parameter.getParameterType() == Optional.class;
        if (value == null) {
            if (optional) {
                return Optional.empty();
            }
            throw new IdempotencyKeyMissing();
        }
        var key = new IdempotencyKey(scope(request), value.strip());
        return optional ? Optional.of(key) : key;
    }

    private static String scope(NativeWebRequest request) {
        var http = request.getNativeRequest(HttpServletRequest.class);
        var route = http == null ? "" : http.getMethod() + " " + http.getRequestURI();
        var person = request.getHeader(Caller.ON_BEHALF_OF);
        var principal = request.getUserPrincipal();
        return (principal == null ? "" : principal.getName()) + (person == null ? "" : "/" + person) + " " + route;
    }
}
