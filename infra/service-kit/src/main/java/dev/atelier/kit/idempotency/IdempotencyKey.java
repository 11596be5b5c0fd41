package dev.atelier.kit.idempotency;

import dev.atelier.kit.problem.InvalidInput;
import java.util.regex.Pattern;

/**
 * The key of a request in the header {@code Idempotency-Key}, as an argument of a controller method. The type {@code
 * IdempotencyKey} makes it required (400 without it), {@code Optional<IdempotencyKey>} optional.
 *
 * @param scope the person and the route: the same value of another person or on another path is another key
 * @param value 1 to 200 visible ASCII characters
 */
public record IdempotencyKey(String scope, String value) {
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7e]{1,200}");

    public IdempotencyKey {
        if (!VALUE.matcher(value).matches()) {
            throw InvalidInput.of(HEADER, "must be 1 to 200 visible ASCII characters");
        }
    }
}
