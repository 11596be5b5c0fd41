package dev.atelier.testkit.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Fails if a refusal in a module's sources has no title, or a sentence or message has no French text, in the files
 * {@code problems_fr.yml} of the class path. Messages about settings are ignored, because no client sees them.
 */
public final class ProblemTextsGate {
    private static final String LITERAL = "\"((?:[^\"\\\\]|\\\\.)*)\"";
    private static final Pattern CONCATENATED = Pattern.compile("(?<!\\\\)\"\\s*\\+\\s*\"");
    private static final Pattern LOGGED = Pattern.compile("\\blog\\.\\w+\\(\\s*" + LITERAL);
    private static final Pattern PROBLEM_TYPE = Pattern.compile("@ProblemType\\(\"([a-z0-9-]+)\"\\)");
    private static final Pattern NAMED = Pattern.compile("(?:Problem\\.of|new Problem)\\(\\s*\"([a-z-]+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");
    private static final Pattern SENTENCE = Pattern.compile("\"([A-Z](?:[^\"\\\\]|\\\\.)* (?:[^\"\\\\]|\\\\.)*)\"");
    private static final List<Pattern> MESSAGES = List.of(
            Pattern.compile("InvalidInput\\.of\\(\\s*[^,()]+(?:\\([^()]*\\))?[^,()]*,\\s*" + LITERAL),
            Pattern.compile("new FieldError\\(\\s*[^,]+,\\s*" + LITERAL),
            Pattern.compile("message = " + LITERAL),
            Pattern.compile("message\\(\\) default " + LITERAL),
            Pattern.compile("IllegalArgumentException\\(\\s*\"((?:must|is|has) (?:[^\"\\\\]|\\\\.)*)\""));

    private final Set<String> titles = new HashSet<>();
    private final Set<String> texts = new HashSet<>();

    private ProblemTextsGate() throws IOException {
        for (var file : Collections.list(getClass().getClassLoader().getResources("problems_fr.yml"))) {
            try (var in = file.openStream()) {
                Map<String, Map<String, String>> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
                titles.addAll(read.getOrDefault("titles", Map.of()).keySet());
                texts.addAll(read.getOrDefault("texts", Map.of()).keySet());
            }
        }
    }

    /**
     * Scans the sources of the module whose test runs.
     *
     * @param exempt prefixes of texts that stay in English because they quote other sources
     */
    public static void check(String... exempt) {
        try (var sources = Files.walk(Path.of("src", "main", "java"))) {
            var missing = new TreeSet<String>();
            var gate = new ProblemTextsGate();
            for (var source : sources.filter(ProblemTextsGate::looked).toList()) {
                gate.scan(Files.readString(source), missing);
            }
            missing.removeIf(text -> Stream.of(exempt).anyMatch(text::startsWith));
            if (!missing.isEmpty()) {
                throw new AssertionError("these have no French text in problems_fr.yml: " + String.join("\n", missing));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean looked(Path source) {
        var name = source.getFileName().toString();
        return name.endsWith(".java") && !name.endsWith("Settings.java");
    }

    private void scan(String file, Collection<String> missing) {
        var source = LOGGED.matcher(CONCATENATED.matcher(file).replaceAll("")).replaceAll("");
        var facts = new ArrayList<String>();
        PROBLEM_TYPE.matcher(source).results().forEach(found -> facts.add(found.group(1)));
        NAMED.matcher(source).results().forEach(found -> facts.add(found.group(1)));
        facts.stream().filter(fact -> !titles.contains(fact)).forEach(missing::add);
        var said = new ArrayList<String>();
        MESSAGES.forEach(pattern -> pattern.matcher(source).results().forEach(found -> said.add(found.group(1))));
        if (!facts.isEmpty()) {
            SENTENCE.matcher(source).results().forEach(found -> said.add(found.group(1)));
        }
        said.stream()
                .map(text -> text.replace("\\\"", "\"").replaceAll("%[ds].*", ""))
                .filter(text -> text.contains(" ")
                        && !text.startsWith("Bearer ")
                        && texts.stream().noneMatch(known -> known.contains(text)))
                .filter(text -> texts.stream().noneMatch(known -> covers(known, text)))
                .forEach(missing::add);
    }

    /**
     * Matches a template with other values in its placeholders; for a text followed by a value only the beginning is
     * compared.
     */
    @SuppressWarnings("JdkObsolete") // whether more text would match is the question here
    private static boolean covers(String template, String text) {
        var pattern = new StringBuilder();
        int end = 0;
        for (var place = PLACE.matcher(template); place.find(); end = place.end()) {
            pattern.append(Pattern.quote(template.substring(end, place.start())))
                    .append(place.group().endsWith("s}") ? ".+" : "\\S+");
        }
        pattern.append(Pattern.quote(template.substring(end)));
        var matcher = Pattern.compile(pattern.toString()).matcher(text);
        return end > 0 && (matcher.matches() || matcher.hitEnd());
    }
}
