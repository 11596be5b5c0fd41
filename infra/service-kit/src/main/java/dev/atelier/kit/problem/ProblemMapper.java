package dev.atelier.kit.problem;

import jakarta.validation.ConstraintViolationException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.BindingResult;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Maps exceptions to problems. */
public final class ProblemMapper {
    private ProblemMapper() {}

    public static HttpProblem of(Throwable failure) {
        return switch (failure) {
            case Refusal refusal -> HttpProblem.of(refusal);
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case BindingResult invalid -> HttpProblem.of(fields(invalid));
            case HandlerMethodValidationException invalid -> HttpProblem.of(parameters(invalid));
            case ConstraintViolationException invalid ->
                HttpProblem.of(new InvalidInput(invalid.getConstraintViolations().stream()
                        .map(one -> new InvalidField(one.getPropertyPath().toString(), one.getMessage()))
                        .toList()));
            case MethodArgumentTypeMismatchException mismatch -> mismatched(mismatch.getName(), mismatch);
            case TypeMismatchException mismatch ->
                mismatched(Objects.requireNonNullElse(mismatch.getPropertyName(), "request"), mismatch);
            case MissingServletRequestParameterException missing ->
                HttpProblem.of(InvalidInput.of(missing.getParameterName(), "is missing"));
            case MissingRequestHeaderException missing ->
                HttpProblem.of(InvalidInput.of(missing.getHeaderName(), "is missing"));
            case ServletRequestBindingException ignored ->
                HttpProblem.of(InvalidInput.of("request", "is not complete"));
            case NoResourceFoundException ignored -> HttpProblem.of(new NotFound());
            case NoHandlerFoundException ignored -> HttpProblem.of(new NotFound());
            case RequestRejectedException ignored ->
                HttpProblem.of(InvalidInput.of("request", "must not hold control or unassigned characters"));
            case InvalidParameterException ignored ->
                HttpProblem.of(InvalidInput.of("query", "must be made of named parameters, 1,000 at most"));
            case AccessDeniedException ignored -> HttpProblem.of(new Forbidden());
            case ProblemSource source -> source.problem();
            case AuthenticationException ignored -> unauthenticated();
            case MaxUploadSizeExceededException ignored -> payloadTooLarge();
            case HttpRequestMethodNotSupportedException method -> methodNotAllowed(method);
            case HttpMediaTypeNotSupportedException media -> unsupportedMediaType(media);
            case HttpMediaTypeNotAcceptableException media ->
                HttpProblem.of(
                        "not-acceptable",
                        HttpStatus.NOT_ACCEPTABLE,
                        "This is available as " + names(media.getSupportedMediaTypes()) + ".");
            default -> internal();
        };
    }

    public static HttpProblem unauthenticated() {
        return HttpProblem.of("unauthenticated", HttpStatus.UNAUTHORIZED, "Sign in and send a valid bearer token.")
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    static HttpProblem internal() {
        return HttpProblem.of(
                "internal",
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something failed on our side. Try again; if it stays, tell support the requestId.");
    }

    /**
     * Returns the problem for methods that no route has, such as TRACE (405 from Tomcat), CONNECT (501) and unknown
     * ones (400 from the firewall).
     */
    public static HttpProblem methodNotAllowed(Collection<String> allowed) {
        return allowed.isEmpty() ? HttpProblem.of(new NotFound()) : notAllowed(String.join(", ", allowed));
    }

    private static HttpProblem notAllowed(String allowed) {
        return HttpProblem.of("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED, "Allowed here: " + allowed + ".")
                .withHeader(HttpHeaders.ALLOW, allowed);
    }

    static HttpProblem payloadTooLarge() {
        return HttpProblem.of("payload-too-large", HttpStatus.CONTENT_TOO_LARGE, "The body is too large.");
    }

    /** Returns the problem for a body that stopped arriving. */
    public static HttpProblem bodyTooSlow() {
        return HttpProblem.of(
                "body-too-slow", HttpStatus.REQUEST_TIMEOUT, "The body did not come in time. Nothing was done.");
    }

    private static HttpProblem unreadable(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return HttpProblem.of(refusal);
            }
        }
        return HttpProblem.of(JsonBodyErrorMapper.of(unreadable));
    }

    private static InvalidInput fields(BindingResult invalid) {
        return new InvalidInput(invalid.getAllErrors().stream()
                .map(error -> error instanceof org.springframework.validation.FieldError field
                        ? field(field)
                        : new InvalidField("body", message(error)))
                .sorted(java.util.Comparator.comparing(InvalidField::field).thenComparing(InvalidField::message))
                .toList());
    }

    /** Spring's own message for a parameter that cannot be converted contains class names, so it is replaced. */
    private static InvalidField field(org.springframework.validation.FieldError field) {
        return field.contains(TypeMismatchException.class)
                ? mismatch(field.getField(), field.unwrap(TypeMismatchException.class))
                : new InvalidField(field.getField(), field.isBindingFailure() ? "is not valid" : message(field));
    }

    private static InvalidInput parameters(HandlerMethodValidationException invalid) {
        return new InvalidInput(invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new InvalidField(
                                error instanceof org.springframework.validation.FieldError field
                                        ? field.getField()
                                        : Objects.requireNonNullElse(
                                                result.getMethodParameter().getParameterName(), "request"),
                                message(error))))
                .toList());
    }

    private static String message(MessageSourceResolvable error) {
        return Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid");
    }

    private static HttpProblem mismatched(String name, TypeMismatchException mismatch) {
        return HttpProblem.of(new InvalidInput(List.of(mismatch(name, mismatch))));
    }

    /** For a list, reports the item that could not be converted. */
    private static InvalidField mismatch(String name, TypeMismatchException mismatch) {
        Class<?> type = mismatch.getRequiredType();
        Object given = mismatch.getValue();
        for (Throwable cause = mismatch.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ConversionFailedException conversion) {
                type = conversion.getTargetType().getType();
                given = conversion.getValue();
            }
        }
        return new InvalidField(
                name,
                type == null ? "is not valid" : "must be " + ClientTypeNames.of(type),
                given instanceof CharSequence text ? text.toString() : null);
    }

    private static HttpProblem methodNotAllowed(HttpRequestMethodNotSupportedException method) {
        return notAllowed(method.getSupportedMethods() == null ? "" : String.join(", ", method.getSupportedMethods()));
    }

    private static HttpProblem unsupportedMediaType(HttpMediaTypeNotSupportedException media) {
        var supported = names(media.getSupportedMediaTypes());
        return HttpProblem.of(
                        "unsupported-media-type",
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "Send the body as " + supported + ".")
                .withHeader(HttpHeaders.ACCEPT, supported);
    }

    private static String names(List<MediaType> types) {
        return types.isEmpty() ? "application/json" : MediaType.toString(types);
    }
}
