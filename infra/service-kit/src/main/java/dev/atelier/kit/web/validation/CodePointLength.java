package dev.atelier.kit.web.validation;

/** Length of texts in code points. */
public final class CodePointLength {
    private CodePointLength() {}

    public static int of(String text) {
        return text.codePointCount(0, text.length());
    }
}
