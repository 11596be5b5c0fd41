package dev.atelier.kit.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.springframework.http.HttpHeaders;

/** The languages of problems. */
enum ProblemLanguage {
    EN,
    FR;

    private static final int LONGEST_HEADER = 200;
    private static final List<String> TAGS = List.of("en", "fr");

    /**
     * Returns the language that the client prefers; English where it accepts neither or the header cannot be parsed.
     */
    static ProblemLanguage of(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (header == null || header.isBlank() || header.length() > LONGEST_HEADER) {
            return EN;
        }
        try {
            var ranges = LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .toList();
            return "fr".equals(Locale.lookupTag(ranges, TAGS)) ? FR : EN;
        } catch (IllegalArgumentException e) {
            return EN;
        }
    }

    /** Returns the value of {@code Content-Language}. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
