package dev.atelier.kit.web.mvc;

import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.PageCursorCodec;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Resolves {@link CursorPageRequest} from {@code limit} and {@code cursor}. */
final class CursorPageRequestArgumentResolver implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CursorPageRequest.class;
    }

    @Override
    public CursorPageRequest resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var cursor = request.getParameter("cursor");
        return new CursorPageRequest(
                limit(request.getParameter("limit")), cursor == null ? null : PageCursorCodec.read(cursor));
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return CursorPageRequest.DEFAULT_LIMIT;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw InvalidInput.of("limit", "must be a whole number from 1 to " + CursorPageRequest.MAX_LIMIT);
        }
    }
}
