package dev.atelier.kit.web.problem;

import dev.atelier.kit.security.recent.SignInTooOld;
import dev.atelier.kit.web.FieldError;
import dev.atelier.kit.web.Forbidden;
import dev.atelier.kit.web.InvalidInput;
import dev.atelier.kit.web.NotFound;
import dev.atelier.kit.web.Refusal;
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

/** Which problem an exception is. */
public final class Problems {
    private Problems() {}

    public static Problem of(Throwable failure) {
        return switch (failure) {
            case Refusal refusal -> Problem.of(refusal);
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case BindingResult invalid -> Problem.of(fields(invalid));
            case HandlerMethodValidationException invalid -> Problem.of(parameters(invalid));
            case ConstraintViolationException invalid ->
                Problem.of(new InvalidInput(invalid.getConstraintViolations().stream()
                        .map(one -> new FieldError(one.getPropertyPath().toString(), one.getMessage()))
                        .toList()));
            case MethodArgumentTypeMismatchException mismatch -> mismatched(mismatch.getName(), mismatch);
            case TypeMismatchException mismatch ->
                mismatched(Objects.requireNonNullElse(mismatch.getPropertyName(), "request"), mismatch);
            case MissingServletRequestParameterException missing ->
                Problem.of(InvalidInput.of(missing.getParameterName(), "is missing"));
            case MissingRequestHeaderException missing ->
                Problem.of(InvalidInput.of(missing.getHeaderName(), "is missing"));
            case ServletRequestBindingException ignored -> Problem.of(InvalidInput.of("request", "is not complete"));
            case NoResourceFoundException ignored -> Problem.of(new NotFound());
            case NoHandlerFoundException ignored -> Problem.of(new NotFound());
            case RequestRejectedException ignored ->
                Problem.of(InvalidInput.of("request", "must not hold control or unassigned characters"));
            case InvalidParameterException ignored ->
                Problem.of(InvalidInput.of("query", "must be made of named parameters, 1,000 at most"));
            case AccessDeniedException ignored -> Problem.of(new Forbidden());
            case SignInTooOld old ->
                Problem.of("sign-in-too-old", HttpStatus.UNAUTHORIZED, String.valueOf(old.getMessage()))
                        .with(HttpHeaders.WWW_AUTHENTICATE, old.challenge());
            case AuthenticationException ignored -> unauthenticated();
            case MaxUploadSizeExceededException ignored -> payloadTooLarge();
            case HttpRequestMethodNotSupportedException method -> methodNotAllowed(method);
            case HttpMediaTypeNotSupportedException media -> unsupportedMediaType(media);
            case HttpMediaTypeNotAcceptableException media ->
                Problem.of(
                        "not-acceptable",
                        HttpStatus.NOT_ACCEPTABLE,
                        "This is available as " + names(media.getSupportedMediaTypes()) + ".");
            default -> internal();
        };
    }

    public static Problem unauthenticated() {
        return Problem.of("unauthenticated", HttpStatus.UNAUTHORIZED, "Sign in and send a valid bearer token.")
                .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    static Problem internal() {
        return Problem.of(
                "internal",
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something failed on our side. Try again; if it stays, tell support the requestId.");
    }

    /** For methods that no route has, such as TRACE (405 from Tomcat), CONNECT (501) and made-up ones (400 from the firewall). */
    public static Problem methodNotAllowed(Collection<String> allowed) {
        return allowed.isEmpty() ? Problem.of(new NotFound()) : notAllowed(String.join(", ", allowed));
    }

    private static Problem notAllowed(String allowed) {
        return Problem.of("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED, "Allowed here: " + allowed + ".")
                .with(HttpHeaders.ALLOW, allowed);
    }

    static Problem payloadTooLarge() {
        return Problem.of("payload-too-large", HttpStatus.CONTENT_TOO_LARGE, "The body is too large.");
    }

    /** A body of which no more came. */
    public static Problem bodyTooSlow() {
        return Problem.of(
                "body-too-slow", HttpStatus.REQUEST_TIMEOUT, "The body did not come in time. Nothing was done.");
    }

    private static Problem unreadable(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Problem.of(refusal);
            }
        }
        return Problem.of(BodyProblems.of(unreadable));
    }

    private static InvalidInput fields(BindingResult invalid) {
        return new InvalidInput(invalid.getAllErrors().stream()
                .map(error -> error instanceof org.springframework.validation.FieldError field
                        ? field(field)
                        : new FieldError("body", message(error)))
                .sorted(java.util.Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList());
    }

    /** Where a parameter cannot be made of what was sent, Spring's own sentence names classes. */
    private static FieldError field(org.springframework.validation.FieldError field) {
        return field.contains(TypeMismatchException.class)
                ? mismatch(field.getField(), field.unwrap(TypeMismatchException.class))
                : new FieldError(field.getField(), field.isBindingFailure() ? "is not valid" : message(field));
    }

    private static InvalidInput parameters(HandlerMethodValidationException invalid) {
        return new InvalidInput(invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new FieldError(
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

    private static Problem mismatched(String name, TypeMismatchException mismatch) {
        return Problem.of(new InvalidInput(List.of(mismatch(name, mismatch))));
    }

    /** Of a list, the item that was wrong. */
    private static FieldError mismatch(String name, TypeMismatchException mismatch) {
        Class<?> type = mismatch.getRequiredType();
        Object given = mismatch.getValue();
        for (Throwable cause = mismatch.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ConversionFailedException conversion) {
                type = conversion.getTargetType().getType();
                given = conversion.getValue();
            }
        }
        return new FieldError(
                name,
                type == null ? "is not valid" : "must be " + Expected.of(type),
                given instanceof CharSequence text ? text.toString() : null);
    }

    private static Problem methodNotAllowed(HttpRequestMethodNotSupportedException method) {
        return notAllowed(method.getSupportedMethods() == null ? "" : String.join(", ", method.getSupportedMethods()));
    }

    private static Problem unsupportedMediaType(HttpMediaTypeNotSupportedException media) {
        var supported = names(media.getSupportedMediaTypes());
        return Problem.of(
                        "unsupported-media-type",
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "Send the body as " + supported + ".")
                .with(HttpHeaders.ACCEPT, supported);
    }

    private static String names(List<MediaType> types) {
        return types.isEmpty() ? "application/json" : MediaType.toString(types);
    }
}
