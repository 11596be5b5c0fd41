package dev.atelier.kit.web.validation;

/** The length of a text in code points. */
public final class CodePointLength {
    private CodePointLength() {}

    public static int of(String text) {
        return text.codePointCount(0, text.length());
    }
}
