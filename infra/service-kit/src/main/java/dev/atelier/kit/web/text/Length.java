package dev.atelier.kit.web.text;

/** The length of a text in code points. */
public final class Length {
    private Length() {}

    public static int of(String text) {
        return text.codePointCount(0, text.length());
    }
}
