package dev.atelier.workspace.workspace;

import dev.atelier.kit.web.PartialUpdate;
import dev.atelier.kit.web.validation.OneLine;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The fields to change; a missing field stays unchanged.
 *
 * @param name 1 to 120 characters
 * @param language {@code en} or {@code fr}
 */
@PartialUpdate
record UpdateWorkspaceRequest(
        @Nullable @Size(max = 120) @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank") @OneLine
        String name,

        @Nullable @Pattern(regexp = "en|fr", message = "must be en or fr") String language) {}
