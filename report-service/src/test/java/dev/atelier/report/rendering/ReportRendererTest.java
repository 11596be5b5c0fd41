package dev.atelier.report.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads rendered PDFs back. */
class ReportRendererTest {
    private final ReportRenderer printer = new ReportRenderer();

    @Test
    void aProjectReportNamesItsProjectReaderAndActions() throws IOException {
        var text = text(printer.print(ReportFixtures.withActions(40), ReportFixtures.lea()));

        assertThat(text).contains("Rénovation de l’atelier", "Maison Bélier", "Léa Öztürk", "Żółkiewski", "Ångström");
        assertThat(text)
                .contains("20 Nov 2026, 17:05 CET"
                        .replace("20 Nov 2026", "Nov 20, 2026")
                        .substring(0, 12));
    }

    @Test
    void everyPageOfALongTableRepeatsItsHeaderAndSaysItsNumber() throws IOException {
        try (var pdf = Loader.loadPDF(printer.print(ReportFixtures.withActions(300), ReportFixtures.lea()))) {
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
        try (var pdf = Loader.loadPDF(printer.print(ReportFixtures.run(), ReportFixtures.lea()))) {
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
        var text = text(printer.print(ReportFixtures.run(), ReportFixtures.lea()));

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
        var run = ReportFixtures.run();
        var answer = new MarkdownRenderer(Duration.ofSeconds(10)).html(String.valueOf(run.result()));
        var html = printer.html("run", run, ReportFixtures.lea(), answer);

        assertThat(html).contains("&lt;b&gt;not markup&lt;/b&gt;").doesNotContain("<img", "secret.png");
    }

    @Test
    void charactersThatNoPageCanHoldAreReplaced() throws IOException {
        var odd = ReportFixtures.project(List.of(ReportFixtures.item(
                "a\u0000b\u001Bc \uD800 <script>&amp; \uD83D\uDE00", ProjectReport.ItemState.OPEN)));

        assertThat(text(printer.print(odd, ReportFixtures.lea())))
                .contains("a□b□c □ <script>&amp; □")
                .contains("A white square stands for a character that this report has no typeface for; there are 4.");
    }

    static Stream<Arguments> otherScripts() {
        return Stream.of(
                Arguments.of("مرحبا", "□□□□□"),
                Arguments.of("銀行 main", "□□ main"),
                Arguments.of("ok 👩‍👩‍👧 🇫🇷 ✌️ done", "ok □ □ □ done"),
                Arguments.of("self\u2011made", "self-made"),
                Arguments.of("e\u0301te\u0301", "été"),
                Arguments.of("zero\u200Bwidth \u2066isolated\u2069", "zerowidth isolated"));
    }

    @ParameterizedTest
    @MethodSource("otherScripts")
    void whatNoTypefaceHasIsAWhiteSquareAndNeverANumberSign(String title, String printed) throws IOException {
        var text = text(printer.print(
                ReportFixtures.project(List.of(ReportFixtures.item(title, ProjectReport.ItemState.OPEN))),
                ReportFixtures.lea()));

        assertThat(text).contains(printed).doesNotContain("#");
    }

    @Test
    void aReportOfWhichEveryCharacterIsPrintedHasNoNote() throws IOException {
        assertThat(text(printer.print(ReportFixtures.run(), ReportFixtures.lea())))
                .doesNotContain("white square", "□", "#");
    }

    @Test
    void hebrewIsNotMirrored() throws IOException {
        var title = "שלום עולם 2026 (Atelier)";
        var pdf = printer.print(
                ReportFixtures.project(List.of(ReportFixtures.item(title, ProjectReport.ItemState.OPEN))),
                ReportFixtures.lea());

        assertThat(text(pdf)).contains("שלום עולם").doesNotContain("□");
        assertThat(placed(pdf, 'ש').getXDirAdj())
                .as("the first letter stands right of the last")
                .isGreaterThan(placed(pdf, 'ע').getXDirAdj());
    }

    @Test
    void whoShareANameHaveALineEach() throws IOException {
        var one = ReportFixtures.namesake("Anna Meier");
        var report = ReportFixtures.project(List.of(
                ReportFixtures.of(ReportFixtures.item("A", ProjectReport.ItemState.OPEN), one),
                ReportFixtures.of(
                        ReportFixtures.item("B", ProjectReport.ItemState.OPEN),
                        one,
                        ReportFixtures.namesake("Anna Meier")),
                ReportFixtures.of(
                        ReportFixtures.item("C", ProjectReport.ItemState.DONE),
                        ReportFixtures.namesake("anna meier"))));

        assertThat(report.loads())
                .extracting(personWorkload ->
                        personWorkload.person().name() + " " + personWorkload.waiting() + " " + personWorkload.done())
                .containsExactlyInAnyOrder("Anna Meier 2 0", "Anna Meier 1 0", "anna meier 0 1");
        assertThat(text(printer.print(report, ReportFixtures.lea()))
                        .lines()
                        .filter(line -> line.toLowerCase(Locale.ROOT).matches("anna meier \\d \\d \\d")))
                .hasSize(3);
    }

    @Test
    void tablesOfAnAnswerAreTables() throws IOException {
        var text = text(printer.print(
                ReportFixtures.answered("| Room | Days |\n|---|---:|\n| Kitchen | 3 |\n| Bath | 12 |"),
                ReportFixtures.lea()));

        assertThat(text).contains("Room Days", "Kitchen 3", "Bath 12").doesNotContain("|");
    }

    @Test
    void aFrenchReaderGetsFrenchWordsDatesAndNumbers() throws IOException {
        var report = ReportFixtures.project(List.of(
                ReportFixtures.due(ReportFixtures.item("Peindre", ProjectReport.ItemState.OPEN), "2026-11-05")));
        var text = text(printer.print(report, ReportFixtures.lea(Locale.FRANCE)));

        assertThat(text)
                .contains("RAPPORT DE PROJET", "En bref", "Échéance", "5 nov. 2026", "en retard")
                .doesNotContain("Due", "Open", "overdue");
        assertThat(text(printer.print(ReportFixtures.run(), ReportFixtures.lea(Locale.CANADA_FRENCH))))
                .contains("Ce qui était demandé", "Terminée", "0,001234")
                .doesNotContain("Started", "□");
    }

    @Test
    void aReaderOfALanguageWithoutWordsGetsAllOfItInEnglish() throws IOException {
        var report = ReportFixtures.project(
                List.of(ReportFixtures.due(ReportFixtures.item("Malen", ProjectReport.ItemState.OPEN), "2026-12-05")));

        assertThat(text(printer.print(report, ReportFixtures.lea(Locale.GERMANY))))
                .contains("Due", "Dec 5, 2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr"})
    void aLanguageHasEveryWordWithItsPlaces(String language) throws IOException {
        var english = words("report.properties");
        var other = words("report_" + language + ".properties");

        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames())
                .allSatisfy(key ->
                        assertThat(places(other.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key))));
        assertThat(other.stringPropertyNames())
                .filteredOn(key -> !places(other.getProperty(key)).isEmpty())
                .allSatisfy(key -> assertThat(other.getProperty(key)).as(key).doesNotContainPattern("(?<!')'(?!')"));
    }

    @Test
    void aCurrencyThatIsNoneKeepsNoReportFromBeingMade() throws IOException {
        assertThat(text(printer.print(ReportFixtures.answered("x", "y", "ZZZ"), ReportFixtures.lea())))
                .contains("0.001234 ZZZ");
    }

    static Stream<String> lethalAnswers() {
        return Stream.of(
                ">".repeat(20_000) + "x",
                "* ".repeat(1_000) + "x",
                "*a _b ".repeat(8_000) + "c_ d*".repeat(300),
                "<a ".repeat(5_000),
                "|a".repeat(1_000) + "\n" + "|-".repeat(1_000) + "\n" + "|\n".repeat(2_000),
                "x".repeat(90_000));
    }

    @ParameterizedTest
    @MethodSource("lethalAnswers")
    void noAnswerKeepsAReportFromBeingMade(String answer) throws IOException {
        try (var pdf = Loader.loadPDF(printer.print(ReportFixtures.answered(answer), ReportFixtures.lea()))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Call the glazier");
        }
    }

    @Test
    void anAnswerThatIsTooMuchForMarkdownIsPrintedAsItWasWrittenAndSaysSo() throws IOException {
        assertThat(text(printer.print(
                        ReportFixtures.answered("**bold**\n" + "a".repeat(MarkdownRenderer.LONGEST)),
                        ReportFixtures.lea())))
                .contains("**bold**", "printed as it was written");
    }

    @Test
    void aTextBeyondWhatAReportHasRoomForIsCutAndSaysSo() throws IOException {
        assertThat(text(printer.print(
                        ReportFixtures.answered("word ".repeat(20_001), "y", "EUR"), ReportFixtures.lea())))
                .contains("100,000 of 100,005 characters are printed");
    }

    @Test
    void aProjectWithoutActionsSaysSo() throws IOException {
        assertThat(text(printer.print(ReportFixtures.project(List.of()), ReportFixtures.lea())))
                .contains("There are no actions in this period.");
    }

    /** {@code -Dreports.keep=/tmp/x} writes the PDFs to this folder, for a manual check. */
    @Test
    void theDocumentsCanBeKept() throws IOException {
        var keep = System.getProperty("reports.keep");
        var folder = keep == null ? Files.createTempDirectory("reports") : Files.createDirectories(Path.of(keep));
        var run = Files.write(folder.resolve("run.pdf"), printer.print(ReportFixtures.run(), ReportFixtures.lea()));
        var project = Files.write(
                folder.resolve("project.pdf"), printer.print(ReportFixtures.withActions(40), ReportFixtures.lea()));
        var answer = """
                Voici le plan :

                | Pièce | Jours | Fait |
                |---|---:|:-:|
                | Cuisine — self‑made | 3 | ✅ |
                | Salle de bain | 12 | non |

                > Cité : **important**

                1. שלום עולם (Atelier 2026)
                2. مرحبا بالعالم 銀行

                שלום עולם, מה שלומך?
                """;
        Files.write(
                folder.resolve("scripts.pdf"),
                printer.print(ReportFixtures.answered(answer), ReportFixtures.lea(Locale.FRANCE)));
        Files.write(
                folder.resolve("namesakes.pdf"),
                printer.print(
                        ReportFixtures.project(List.of(
                                ReportFixtures.due(
                                        ReportFixtures.of(
                                                ReportFixtures.item(
                                                        "שלום עולם 2026 (Atelier)", ProjectReport.ItemState.OPEN),
                                                ReportFixtures.namesake("Anna Meier")),
                                        "2026-11-02"),
                                ReportFixtures.of(
                                        ReportFixtures.item("Emoji 👩‍👩‍👧 مرحبا", ProjectReport.ItemState.OPEN),
                                        ReportFixtures.namesake("anna meier"),
                                        ReportFixtures.namesake("Anna Meier")))),
                        ReportFixtures.lea(Locale.FRANCE)));

        assertThat(run).isNotEmptyFile();
        assertThat(project).isNotEmptyFile();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static Properties words(String file) throws IOException {
        var words = new Properties();
        try (var in = ReportRendererTest.class.getResourceAsStream("/messages/" + file)) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return words;
    }

    private static List<String> places(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    /** Returns the first position of a letter. */
    private static TextPosition placed(byte[] pdf, char letter) throws IOException {
        var found = new ArrayList<TextPosition>();
        var stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition position) {
                if (position.getUnicode().indexOf(letter) >= 0) {
                    found.add(position);
                }
                super.processTextPosition(position);
            }
        };
        try (var document = Loader.loadPDF(pdf)) {
            stripper.getText(document);
        }
        return found.getFirst();
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }
}
