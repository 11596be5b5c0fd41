package dev.atelier.workspace.workspace;

import dev.atelier.kit.web.validation.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Creates a workspace.
 *
 * @param name 1 to 120 characters
 * @param language the language of mails about the workspace, {@code en} or {@code fr}; {@code en} if not given
 */
record CreateWorkspaceRequest(
        @NotBlank @Size(max = 120) @OneLine String name,

        @Nullable @Pattern(regexp = "en|fr", message = "must be en or fr") String language) {
    String languageOrDefault() {
        return language == null ? "en" : language;
    }
}
