package dev.atelier.agentrun.model.completions;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prepares an endpoint's error message for display: one line, no keys, at most {@value #LONGEST} characters. */
final class ProviderMessage {
    static final int LONGEST = 300;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String MASK = "•••";
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}\\p{Cf}]+");

    /**
     * Matches likely keys: a provider's usual prefix, a token after "Bearer", or a long word of letters and digits.
     */
    private static final Pattern KEYS = Pattern.compile("\\b(?:sk|pk|rk|key|gsk|xai|hf|AIza)[-_][\\w*.-]{6,}"
            + "|\\bAIza[\\w-]{10,}"
            + "|(?i:bearer)\\s+(?=\\S*[0-9])\\S+"
            + "|\\b(?=[A-Za-z]*[0-9])(?=[0-9]*[A-Za-z])[A-Za-z0-9]{28,}");

    private ProviderMessage() {}

    /** Returns the message in an error response's body; empty when there is none or the body is HTML. */
    static String in(String body) {
        var text = body.strip();
        if (text.startsWith("{") || text.startsWith("[")) {
            try {
                return in(JSON.readTree(text));
            } catch (JacksonException e) {
                return text;
            }
        }
        return text.startsWith("<") ? "" : text;
    }

    /** Returns the value of {@code error.message}, {@code error}, {@code message} or {@code detail}. */
    static String in(JsonNode body) {
        var node = body.isArray() ? body.path(0) : body;
        for (var pointer : new String[] {"/error/message", "/error", "/message", "/detail/0/msg", "/detail"}) {
            var found = node.at(pointer);
            if (found.isString() && !found.asString().isBlank()) {
                return found.asString();
            }
        }
        return "";
    }

    /** Returns the message in one line, without keys, shortened. */
    static String masked(String message, String key) {
        var known = key.length() < 6 ? message : message.replace(key, MASK);
        var line = BLANKS.matcher(KEYS.matcher(known).replaceAll(MASK))
                .replaceAll(" ")
                .strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
