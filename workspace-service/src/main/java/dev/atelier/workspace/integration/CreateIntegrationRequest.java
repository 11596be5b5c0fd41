package dev.atelier.workspace.integration;

import dev.atelier.kit.web.validation.OneLine;
import dev.atelier.workspace.integration.probe.IntegrationKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Connects another system.
 *
 * @param address its base address without the API's paths; for GitHub and GitLab it may be missing, which selects their
 *     public address
 * @param references repositories ({@code owner/name}) or projects there
 * @param secret a token of that system: sent to that system only, stored encrypted, never returned
 */
record CreateIntegrationRequest(
        @NotNull IntegrationKind kind,
        @NotBlank @Size(max = 100) @OneLine String name,
        @Nullable @Size(min = 1, max = 500) String address,

        @Nullable @Size(max = CreateIntegrationRequest.MAX_REFERENCES) List<@NotBlank @Size(max = CreateIntegrationRequest.LONGEST_REFERENCE) @OneLine String> references,

        @NotBlank @Size(min = 8, max = 500) String secret) {
    static final int MAX_REFERENCES = 20;
    static final int LONGEST_REFERENCE = 200;

    IntegrationDraft toDraft() {
        return new IntegrationDraft(
                kind,
                name.strip(),
                IntegrationDraft.address(kind, address),
                references == null ? List.of() : references,
                secret);
    }

    @Override
    public String toString() {
        return "CreateIntegrationRequest[" + kind + "]";
    }
}
