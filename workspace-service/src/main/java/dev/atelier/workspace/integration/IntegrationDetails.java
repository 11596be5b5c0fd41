package dev.atelier.workspace.integration;

import dev.atelier.workspace.integration.probe.IntegrationKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The properties of an integration, without its secret. */
record IntegrationDetails(
        IntegrationKind kind,
        String name,
        String address,
        @Nullable String account,
        List<String> references) {
    IntegrationDetails {
        references = List.copyOf(references);
    }
}
