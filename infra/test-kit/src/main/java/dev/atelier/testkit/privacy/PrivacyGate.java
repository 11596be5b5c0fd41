package dev.atelier.testkit.privacy;

import dev.atelier.events.MessageCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * No text is stored or sent that does not say whether it can hold personal data: a component of a {@code @Document},
 * {@code @Stored} or {@code @Sent} record, at any depth, is declared with {@code @PersonalData} or {@code @NotPersonal},
 * or its type says it.
 */
public final class PrivacyGate {
    private PrivacyGate() {}

    /**
     * Fails with one line a field.
     *
     * @param packages the service's base package, {@code dev.atelier.workspace}
     */
    public static void check(String... packages) {
        fail(ModelScanner.in(packages).stream()
                .flatMap(model -> undeclared(model.name(), model.fields()))
                .toList());
    }

    /** The same for the published language; and there only {@code identity.users} may carry personal data. */
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
                .map(field -> model + "." + field.path() + " says neither @PersonalData nor @NotPersonal");
    }

    private static void fail(List<String> lines) {
        if (!lines.isEmpty()) {
            throw new AssertionError(String.join("\n", lines));
        }
    }
}
