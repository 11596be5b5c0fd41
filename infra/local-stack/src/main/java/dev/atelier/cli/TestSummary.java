package dev.atelier.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Reads the reports of Surefire and Failsafe below a folder and prints the result of the {@code test} command:
 * failures, then one line with the counts. Uses only the JDK, so that it runs from source even if nothing could be compiled.
 *
 * @param failures one line per failed test
 */
public record TestSummary(int passed, int skipped, List<String> failures) {
    /** Enough for a table of a consistency check. */
    private static final int LINES_SHOWN = 20;

    private static final Pattern REPORT = Pattern.compile(".*/target/(surefire|failsafe)-reports/TEST-[^/]*\\.xml");

    public TestSummary {
        failures = List.copyOf(failures);
    }

    /**
     * {@code TestSummary folder mavenExitCode mavenLog}; exits with 1 unless Maven succeeded, tests ran and none
     * failed.
     */
    public static void main(String[] args) throws IOException {
        var count = of(Path.of(args[0]));
        var mavenEndedWell = args[1].equals("0");
        if (!mavenEndedWell) {
            printErrors(Path.of(args[2]));
            IO.println("The build failed; complete output: " + args[2]);
        }
        count.failures.forEach(failure -> IO.println("FAILED " + failure));
        IO.println(count);
        System.exit(mavenEndedWell && count.failures.isEmpty() && count.passed > 0 ? 0 : 1);
    }

    /** Counts all reports below {@code target} folders. */
    static TestSummary of(Path root) throws IOException {
        var passed = 0;
        var skipped = 0;
        var failures = new ArrayList<String>();
        for (var report : reports(root)) {
            var cases = parse(report).getElementsByTagName("testcase");
            for (var i = 0; i < cases.getLength(); i++) {
                var test = (Element) cases.item(i);
                if (has(test, "failure") || has(test, "error")) {
                    failures.add(describe(test));
                } else if (has(test, "skipped")) {
                    skipped++;
                } else {
                    passed++;
                }
            }
        }
        return new TestSummary(passed, skipped, failures);
    }

    @Override
    public String toString() {
        return "%d passed, %d failed".formatted(passed, failures.size())
                + (skipped == 0 ? "" : ", %d skipped".formatted(skipped));
    }

    private static List<Path> reports(Path root) throws IOException {
        try (var files =
                Files.find(root, 5, (file, _) -> REPORT.matcher(file.toString()).matches())) {
            return files.sorted().toList();
        }
    }

    private static Element parse(Path report) throws IOException {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getDocumentElement();
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(report + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean has(Element test, String child) {
        return test.getElementsByTagName(child).getLength() > 0;
    }

    private static String describe(Element test) {
        var cause = (Element)
                (has(test, "failure") ? test.getElementsByTagName("failure") : test.getElementsByTagName("error"))
                        .item(0);
        return "%s.%s: %s".formatted(test.getAttribute("classname"), test.getAttribute("name"), reason(cause));
    }

    /** Returns the first lines of the message, joined; a message of AssertJ begins with an empty line. */
    private static String reason(Element cause) {
        var said = cause.getAttribute("message")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(LINES_SHOWN)
                .collect(Collectors.joining(" "));
        return said.isEmpty() ? cause.getAttribute("type") : said;
    }

    private static void printErrors(Path log) throws IOException {
        try (var lines = Files.lines(log)) {
            lines.filter(line -> line.startsWith("[ERROR]")).limit(40).forEach(IO::println);
        }
    }
}
