package dev.atelier.workspace.integration;

import dev.atelier.kit.web.PartialUpdate;
import dev.atelier.kit.web.validation.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change; missing fields stay unchanged. The secret is required when the address changes. */
@PartialUpdate
record UpdateIntegrationRequest(
        @Nullable @Size(min = 1, max = 100) @OneLine String name,
        @Nullable @Size(min = 1, max = 500) String address,

        @Nullable @Size(max = CreateIntegrationRequest.MAX_REFERENCES) List<@NotBlank @Size(max = CreateIntegrationRequest.LONGEST_REFERENCE) @OneLine String> references,

        @Nullable @Size(min = 8, max = 500) String secret) {
    IntegrationDraft applyTo(IntegrationDetails before, String oldSecret) {
        return new IntegrationDraft(
                before.kind(),
                name == null || name.isBlank() ? before.name() : name.strip(),
                address == null ? URI.create(before.address()) : IntegrationDraft.address(before.kind(), address),
                references == null ? before.references() : references,
                secret == null ? oldSecret : secret);
    }

    @Override
    public String toString() {
        return "UpdateIntegrationRequest";
    }
}
