package dev.atelier.report.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The printed page, read back. */
class ReportPrinterTest {
    private final ReportPrinter printer = new ReportPrinter();

    @Test
    void aProjectReportNamesItsProjectReaderAndActions() throws IOException {
        var text = text(printer.print(Reports.withActions(40), Reports.lea()));

        assertThat(text).contains("Rénovation de l’atelier", "Maison Bélier", "Léa Öztürk", "Żółkiewski", "Ångström");
        assertThat(text)
                .contains("20 Nov 2026, 17:05 CET"
                        .replace("20 Nov 2026", "Nov 20, 2026")
                        .substring(0, 12));
    }

    @Test
    void everyPageOfALongTableRepeatsItsHeaderAndSaysItsNumber() throws IOException {
        try (var pdf = Loader.loadPDF(printer.print(Reports.withActions(300), Reports.lea()))) {
            int pages = pdf.getNumberOfPages();
            assertThat(pages).isGreaterThan(5);
            for (int page = 2; page <= pages; page++) {
                assertThat(text(pdf, page))
                        .contains("Assigned to", "Project report", "Rénovation de l’atelier", page + " / " + pages);
            }
        }
    }

    @Test
    void noTypefaceIsLeftToTheReadersMachine() throws IOException {
        try (var pdf = Loader.loadPDF(printer.print(Reports.run(), Reports.lea()))) {
            var fonts = IntStream.range(0, pdf.getNumberOfPages())
                    .mapToObj(page -> pdf.getPage(page).getResources())
                    .flatMap(resources -> {
                        var found = new java.util.ArrayList<PDFont>();
                        for (var name : resources.getFontNames()) {
                            try {
                                found.add(resources.getFont(name));
                            } catch (IOException e) {
                                throw new java.io.UncheckedIOException(e);
                            }
                        }
                        return found.stream();
                    })
                    .toList();

            assertThat(fonts).isNotEmpty().allMatch(PDFont::isEmbedded);
        }
    }

    @Test
    void aRunReportSaysWhatWasAskedDecidedAndSpent() throws IOException {
        var text = text(printer.print(Reports.run(), Reports.lea()));

        assertThat(text)
                .contains(
                        "Summarise the week",
                        "40 actions",
                        "12 are done",
                        "Call the glazier",
                        "Approved",
                        "Rejected",
                        "We have one from the neighbours.",
                        "4 min 5 s",
                        "€0.001234");
    }

    @Test
    void whatAnAgentWroteIsTextAndFetchesNothing() throws IOException {
        var html = printer.html("run", Reports.run(), Reports.lea());

        assertThat(html).contains("&lt;b&gt;not markup&lt;/b&gt;").doesNotContain("<img", "secret.png");
    }

    @Test
    void charactersThatNoPageCanHoldAreReplaced() throws IOException {
        var odd = Reports.project(
                List.of(Reports.item("a\u0000b\u001Bc \uD800 <script>&amp; \uD83D\uDE00", ProjectReport.State.OPEN)));

        assertThat(text(printer.print(odd, Reports.lea()))).contains("<script>&amp;");
    }

    @Test
    void aProjectWithoutActionsSaysSo() throws IOException {
        assertThat(text(printer.print(Reports.project(List.of()), Reports.lea())))
                .contains("There are no actions in this period.");
    }

    /** {@code -Dreports.keep=/tmp/x} leaves the documents there, for looking at them. */
    @Test
    void theDocumentsCanBeKept() throws IOException {
        var keep = System.getProperty("reports.keep");
        var folder = keep == null ? Files.createTempDirectory("reports") : Files.createDirectories(Path.of(keep));
        var run = Files.write(folder.resolve("run.pdf"), printer.print(Reports.run(), Reports.lea()));
        var project = Files.write(folder.resolve("project.pdf"), printer.print(Reports.withActions(40), Reports.lea()));

        assertThat(run).isNotEmptyFile();
        assertThat(project).isNotEmptyFile();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }
}
