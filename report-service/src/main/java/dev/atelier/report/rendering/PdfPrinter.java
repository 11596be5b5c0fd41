package dev.atelier.report.rendering;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Prints well-formed HTML as PDF with its typefaces embedded. It reads nothing but the text it is given. */
final class PdfPrinter {
    private static final String FAMILY = "Liberation Sans";

    byte[] print(String html) {
        var pdf = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder()
                .withHtmlContent(legal(html), null)
                .useUriResolver((base, uri) -> null)
                .usePdfUaAccessibility(true)
                .toStream(pdf);
        font(builder, "LiberationSans-Regular", 400, FontStyle.NORMAL);
        font(builder, "LiberationSans-Bold", 700, FontStyle.NORMAL);
        font(builder, "LiberationSans-Italic", 400, FontStyle.ITALIC);
        font(builder, "LiberationSans-BoldItalic", 700, FontStyle.ITALIC);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static void font(PdfRendererBuilder builder, String file, int weight, FontStyle style) {
        builder.useFont(() -> open(file), FAMILY, weight, style, true);
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(
                PdfPrinter.class.getResourceAsStream("/liberation/" + file + ".ttf"), () -> file + " is missing");
    }

    /** Characters that XML cannot hold, which people's text may, become the replacement character. Source: XML 1.0, section 2.2. */
    static String legal(String text) {
        var legal = new StringBuilder(text.length());
        text.codePoints().forEach(c -> legal.appendCodePoint(legal(c) ? c : 0xFFFD));
        return legal.toString();
    }

    private static boolean legal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
