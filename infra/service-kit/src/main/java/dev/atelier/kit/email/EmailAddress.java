package dev.atelier.kit.email;

import dev.atelier.kit.problem.InvalidInput;
import java.net.IDN;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address that every mail server can deliver to: a local part of ASCII characters and a public domain. An
 * international domain is stored in its ASCII form ({@code xn--}). Quoted local parts, address literals and SMTPUTF8
 * are not supported: a mail library that does not support SMTPUTF8 truncates {@code š} to one byte, which is another
 * mailbox. Source: RFC 5321, section 4.1.2; RFC 5890.
 *
 * @param text without surrounding white space, the local part as typed, the domain in lower case and ASCII; up to
 *     {@value #LONGEST} characters
 */
public record EmailAddress(String text) {
    /** Source: RFC 5321, section 4.5.3.1.3, without the angle brackets. */
    public static final int LONGEST = 254;

    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_DOMAIN = 253;
    private static final int LONGEST_LABEL = 63;
    private static final String SIGNS = "!#$%&'*+-/=?^_`{|}~";
    /**
     * The JDK implements IDNA2003, which converts these letters to other domains than IDNA2008. Source: RFC 5894,
     * section 7.2.
     */
    private static final String AMBIGUOUS = "\u00DF\u03C2\u200C\u200D";

    private static final String NO_ADDRESS = "must be an e-mail address, such as ada@example.org";
    private static final String TOO_LONG = "must have at most " + LONGEST + " characters";
    private static final String LOCAL_PART =
            "must have 1 to 64 characters before the @: letters A to Z, digits, single dots between them and " + SIGNS;
    private static final String DOMAIN =
            "must have a public domain behind the @, such as example.org; give an international one that is refused as xn--...";

    /** Throws {@link IllegalArgumentException} where the text is not a valid address. */
    public EmailAddress {
        var read = ParsedAddress.of(text);
        if (read.flaw() != null) {
            throw new IllegalArgumentException("the e-mail address " + read.flaw());
        }
        text = read.text();
    }

    /**
     * Parses input of a person.
     *
     * @throws InvalidInput that names the field
     */
    public static EmailAddress read(String field, String typed) {
        findFlaw(typed).ifPresent(flaw -> {
            throw InvalidInput.of(field, flaw);
        });
        return new EmailAddress(typed);
    }

    /** Parses an address; empty where the text is null or not a valid address. */
    public static Optional<EmailAddress> find(@Nullable String typed) {
        return typed == null || findFlaw(typed).isPresent() ? Optional.empty() : Optional.of(new EmailAddress(typed));
    }

    /** Returns what is wrong with the text; empty where it is a valid address. */
    public static Optional<String> findFlaw(String typed) {
        return Optional.ofNullable(ParsedAddress.of(typed).flaw());
    }

    /** Returns the form for comparisons: in lower case, because mail servers ignore case. */
    public String normalized() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Returns the form for counting mailboxes: in lower case and without {@code +anything} in the local part. */
    public String mailbox() {
        var normal = normalized();
        var at = normal.indexOf('@');
        var plus = normal.indexOf('+');
        return plus > 0 && plus < at ? normal.substring(0, plus) + normal.substring(at) : normal;
    }

    @Override
    public String toString() {
        return text;
    }

    /** The result of parsing: either an address or a flaw. No step is recursive, and the length is checked first. */
    private record ParsedAddress(String text, @Nullable String flaw) {
        static ParsedAddress of(String typed) {
            if (typed.length() > LONGEST) {
                return refused(TOO_LONG);
            }
            var stripped = typed.strip();
            var at = stripped.indexOf('@');
            if (at < 0 || at != stripped.lastIndexOf('@')) {
                return refused(NO_ADDRESS);
            }
            var local = stripped.substring(0, at);
            if (!isLocalPart(local)) {
                return refused(LOCAL_PART);
            }
            return ascii(stripped.substring(at + 1))
                    .map(domain -> local + "@" + domain)
                    .map(text -> text.length() > LONGEST ? refused(TOO_LONG) : new ParsedAddress(text, null))
                    .orElseGet(() -> refused(DOMAIN));
        }

        private static ParsedAddress refused(String flaw) {
            return new ParsedAddress("", flaw);
        }

        private static boolean isLocalPart(String local) {
            return !local.isEmpty()
                    && local.length() <= LONGEST_LOCAL_PART
                    && !local.startsWith(".")
                    && !local.endsWith(".")
                    && !local.contains("..")
                    && local.chars().allMatch(letter -> letter == '.' || isLetterOrDigit(letter) || isSign(letter));
        }

        private static Optional<String> ascii(String domain) {
            if (domain.codePoints().anyMatch(ParsedAddress::isUnclear)) {
                return Optional.empty();
            }
            try {
                var ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
                return isDomain(ascii) ? Optional.of(ascii) : Optional.empty();
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                return Optional.empty();
            }
        }

        private static boolean isDomain(String ascii) {
            var labels = ascii.split("\\.", -1);
            return ascii.length() <= LONGEST_DOMAIN
                    && labels.length >= 2
                    && Arrays.stream(labels).allMatch(ParsedAddress::isLabel)
                    && labels[labels.length - 1].chars().anyMatch(letter -> letter >= 'a');
        }

        private static boolean isLabel(String label) {
            return !label.isEmpty()
                    && label.length() <= LONGEST_LABEL
                    && Stream.of(label.charAt(0), label.charAt(label.length() - 1))
                            .allMatch(ParsedAddress::isLetterOrDigit)
                    && label.chars().allMatch(letter -> letter == '-' || isLetterOrDigit(letter));
        }

        /** Whether a character is invisible or could lead to different domains. */
        private static boolean isUnclear(int point) {
            return AMBIGUOUS.indexOf(point) >= 0
                    || (point >= 0xFE00 && point <= 0xFE0F)
                    || switch (Character.getType(point)) {
                        case Character.CONTROL,
                                Character.FORMAT,
                                Character.SURROGATE,
                                Character.SPACE_SEPARATOR,
                                Character.LINE_SEPARATOR,
                                Character.PARAGRAPH_SEPARATOR -> true;
                        default -> false;
                    };
        }

        private static boolean isLetterOrDigit(int letter) {
            return (letter >= 'a' && letter <= 'z')
                    || (letter >= 'A' && letter <= 'Z')
                    || (letter >= '0' && letter <= '9');
        }

        private static boolean isSign(int letter) {
            return SIGNS.indexOf(letter) >= 0;
        }
    }
}
