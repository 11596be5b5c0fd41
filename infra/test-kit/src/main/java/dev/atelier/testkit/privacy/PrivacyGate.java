package dev.atelier.testkit.privacy;

import dev.atelier.events.MessageCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks that every stored or sent text is declared: a component of a {@code @Document}, {@code @Stored} or {@code
 * @Sent} record, at
 * any depth, has {@code @PersonalData} or {@code @NotPersonal}, or a type that cannot contain personal text.
 */
public final class PrivacyGate {
    private PrivacyGate() {}

    /**
     * Fails with one line per undeclared field.
     *
     * @param packages the service's base package, for example {@code dev.atelier.workspace}
     */
    public static void check(String... packages) {
        fail(ModelScanner.in(packages).stream()
                .flatMap(model -> undeclared(model.name(), model.fields()))
                .toList());
    }

    /** Checks the published events and states, where only {@code identity.users} may contain personal data. */
    public static void checkMessages() {
        var lines = new ArrayList<String>();
        for (var entry : MessageCatalogue.all()) {
            var fields = ModelFieldScanner.of(entry.message());
            undeclared(entry.type(), fields).forEach(lines::add);
            if (!entry.topic().equals("identity.users")) {
                fields.stream()
                        .filter(field -> field.personal() != null)
                        .forEach(field -> lines.add(entry.type() + "." + field.path() + " carries personal data"));
            }
        }
        fail(lines);
    }

    private static Stream<String> undeclared(String model, List<ModelField> fields) {
        return fields.stream()
                .filter(field -> !field.declared())
                .map(field -> model + "." + field.path() + " has neither @PersonalData nor @NotPersonal");
    }

    private static void fail(List<String> lines) {
        if (!lines.isEmpty()) {
            throw new AssertionError(String.join("\n", lines));
        }
    }
}
