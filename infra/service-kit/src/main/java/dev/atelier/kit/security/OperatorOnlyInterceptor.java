package dev.atelier.kit.security;

import dev.atelier.kit.problem.Forbidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Enforces {@link OperatorOnly}. */
public final class OperatorOnlyInterceptor implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod route && isOperatorOnly(route) && !request.isUserInRole(Caller.OPERATOR)) {
            throw new Forbidden();
        }
        return true;
    }

    /** Whether the route is restricted to platform staff. */
    public static boolean isOperatorOnly(HandlerMethod route) {
        return AnnotatedElementUtils.hasAnnotation(route.getMethod(), OperatorOnly.class)
                || AnnotatedElementUtils.hasAnnotation(route.getBeanType(), OperatorOnly.class);
    }
}
