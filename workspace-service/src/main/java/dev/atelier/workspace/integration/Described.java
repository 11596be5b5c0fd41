package dev.atelier.workspace.integration;

import dev.atelier.workspace.integration.trial.SystemKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a system beside its secret. */
record Described(
        SystemKind kind,
        String name,
        String address,
        @Nullable String account,
        List<String> references) {
    Described {
        references = List.copyOf(references);
    }
}
