package dev.atelier.agentrun.model.completions;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The request fields that an endpoint accepts. Each connection starts with the usual ones; an error response that names
 * a field changes them.
 *
 * @param completionTokens whether the limit is named {@code max_completion_tokens}, as reasoning models require
 * @param usageAsked whether {@code stream_options} is sent
 * @param strictSent whether tools contain {@code strict}
 * @param mostTokens maximum number of output tokens of the model
 */
record RequestDialect(boolean completionTokens, boolean usageAsked, boolean strictSent, int mostTokens) {
    static final RequestDialect USUAL = new RequestDialect(false, true, true, Integer.MAX_VALUE);

    private static final Pattern NUMBER = Pattern.compile("\\d{2,9}");

    /**
     * Returns a dialect that takes the error response into account; null when the response names none of these fields.
     */
    @Nullable RequestDialect adaptedTo(int status, String message, int sentTokens) {
        if (status != 400 && status != 422) {
            return null;
        }
        var text = message.toLowerCase(Locale.ROOT);
        if (!completionTokens && text.contains("max_completion_tokens")) {
            return new RequestDialect(true, usageAsked, strictSent, mostTokens);
        }
        if (usageAsked && text.contains("stream_options")) {
            return new RequestDialect(completionTokens, false, strictSent, mostTokens);
        }
        if (strictSent && text.contains("strict")) {
            return new RequestDialect(completionTokens, usageAsked, false, mostTokens);
        }
        int most =
                text.contains("max_tokens") || text.contains("max_completion_tokens") ? largest(text, sentTokens) : 0;
        return most == 0 ? null : new RequestDialect(completionTokens, usageAsked, strictSent, most);
    }

    /** Returns the largest number in the text below the sent limit; 0 when there is none. */
    private static int largest(String text, int below) {
        return NUMBER.matcher(text)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group()))
                .filter(number -> number >= 16 && number < below)
                .max()
                .orElse(0);
    }
}
