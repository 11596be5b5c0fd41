package dev.atelier.report.rendering;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The typeface of reports, in four styles. */
final class ReportTypeface {
    static final String FAMILY = "Liberation Sans";

    private final List<CmapLookup> styles;

    private ReportTypeface(List<CmapLookup> styles) {
        this.styles = styles;
    }

    static ReportTypeface read() {
        return new ReportTypeface(List.of(lookup("Regular"), lookup("Bold"), lookup("Italic"), lookup("BoldItalic")));
    }

    /** Returns whether all four styles contain the character. */
    boolean has(int character) {
        return styles.stream().allMatch(style -> style.getGlyphId(character) > 0);
    }

    static InputStream open(String style) {
        return Objects.requireNonNull(
                ReportTypeface.class.getResourceAsStream("/liberation/LiberationSans-" + style + ".ttf"),
                () -> style + " is missing");
    }

    private static CmapLookup lookup(String style) {
        try (var file = open(style);
                var font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            return font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
