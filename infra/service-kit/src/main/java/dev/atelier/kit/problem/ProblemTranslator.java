package dev.atelier.kit.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Translates problems into French with every {@value #FILE} on the class path: {@code titles} by problem type,
 * {@code texts} by the English sentence. In a sentence <code>{name}</code> stands for one variable word, and for
 * several words if the name ends in s. If one part of a problem has no translation, the whole problem stays in
 * English.
 */
public final class ProblemTranslator {
    static final String FILE = "problems_fr.yml";
    private static final int LONGEST = 2_000;
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final Map<String, String> titles = new HashMap<>();
    private final Map<String, String> exact = new HashMap<>();
    private final List<ProblemTemplate> templates = new ArrayList<>();

    private ProblemTranslator(List<URL> files) {
        for (var file : files) {
            try (var in = file.openStream()) {
                add(in);
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be read", e);
            }
        }
        templates.sort(Comparator.comparingInt(ProblemTemplate::patternLength).reversed());
    }

    /** Loads the texts of all modules on the class path. */
    public static ProblemTranslator load() {
        try {
            return new ProblemTranslator(
                    Collections.list(ProblemTranslator.class.getClassLoader().getResources(FILE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(InputStream in) {
        Map<String, Map<String, String>> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        titles.putAll(file.getOrDefault("titles", Map.of()));
        file.getOrDefault("texts", Map.of()).forEach((english, french) -> {
            if (PLACE.matcher(english).find()) {
                templates.add(ProblemTemplate.of(english, french));
            } else {
                exact.put(english, french);
            }
        });
    }

    /** Whether the problem type has a French title. */
    public boolean hasTitle(String fact) {
        return titles.containsKey(fact);
    }

    /** Returns the French translation of a sentence; empty where there is none. */
    public Optional<String> toFrench(String english) {
        var known = exact.get(english);
        return known != null || english.length() > LONGEST
                ? Optional.ofNullable(known)
                : templates.stream()
                        .map(template -> template.apply(english))
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    ProblemText of(HttpProblem problem, ProblemLanguage language) {
        var english = new ProblemText(ProblemLanguage.EN, problem.title(), problem.detail(), problem.errors());
        return language == ProblemLanguage.EN
                ? english
                : inFrench(problem.fact(), english).orElse(english);
    }

    private Optional<ProblemText> inFrench(String fact, ProblemText english) {
        var title = titles.get(fact);
        var errors = new ArrayList<InvalidField>();
        for (var error : english.errors()) {
            toFrench(error.message())
                    .ifPresent(message -> errors.add(new InvalidField(error.field(), message, error.given())));
        }
        var detail = detail(english, errors);
        return title == null
                        || detail == null
                        || errors.size() < english.errors().size()
                ? Optional.empty()
                : Optional.of(new ProblemText(ProblemLanguage.FR, title, detail, List.copyOf(errors)));
    }

    /** The detail of a problem with one error consists of the error's field and message. */
    private @Nullable String detail(ProblemText english, List<InvalidField> french) {
        var one = english.errors().size() == 1 && french.size() == 1;
        return one && english.detail().equals(sentence(english.errors().getFirst()))
                ? sentence(french.getFirst())
                : toFrench(english.detail()).orElse(null);
    }

    private static String sentence(InvalidField error) {
        return error.field() + " " + error.message() + ".";
    }

    private record ProblemTemplate(Pattern english, List<String> names, String french) {
        static ProblemTemplate of(String english, String french) {
            var names = new ArrayList<String>();
            var pattern = new StringBuilder();
            int end = 0;
            for (var place = PLACE.matcher(english); place.find(); end = place.end()) {
                pattern.append(Pattern.quote(english.substring(end, place.start())))
                        .append(place.group(1).endsWith("s") ? "(.+?)" : "(\\S+)");
                names.add(place.group(1));
            }
            pattern.append(Pattern.quote(english.substring(end)));
            return new ProblemTemplate(Pattern.compile(pattern.toString(), Pattern.DOTALL), List.copyOf(names), french);
        }

        /** Returns the length of the pattern; the template with the most text of its own is tried first. */
        int patternLength() {
            return english.pattern().length();
        }

        Optional<String> apply(String text) {
            var found = english.matcher(text);
            if (!found.matches()) {
                return Optional.empty();
            }
            return Optional.of(PLACE.matcher(french)
                    .replaceAll(place -> Matcher.quoteReplacement(found.group(names.indexOf(place.group(1)) + 1))));
        }
    }
}
