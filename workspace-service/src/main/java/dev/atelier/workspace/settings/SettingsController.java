package dev.atelier.workspace.settings;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.ETags;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.workspace.rule.Retention;
import dev.atelier.workspace.settings.Previewing.PreviewView;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{w}/settings")
class SettingsController {
    private final Deciding deciding;
    private final Previewing previewing;

    SettingsController(Deciding deciding, Previewing previewing) {
        this.deciding = deciding;
        this.previewing = previewing;
    }

    /** For every member. */
    @GetMapping
    ResponseEntity<SettingsView> read(@PathVariable WorkspaceId w, Caller caller) {
        return tagged(deciding.read(w, caller.userId()));
    }

    /**
     * Replaces all of it; the manager alone may. What is kept shorter from now on is deleted in the first night after 24 hours;
     * what is not named is kept until somebody deletes it.
     */
    @PutMapping
    ResponseEntity<SettingsView> set(
            @PathVariable WorkspaceId w,
            @Valid @RequestBody SettingsWish body,
            ExpectedVersion expected,
            Caller caller) {
        return tagged(deciding.set(w, body, expected, caller.userId()));
    }

    /** How much would be deleted if this held tonight; for the manager. Nothing is changed. */
    @GetMapping("/preview")
    PreviewView preview(@PathVariable WorkspaceId w, @Valid @ParameterObject Retention retention, Caller caller) {
        return previewing.preview(w, retention, caller.userId());
    }

    private static ResponseEntity<SettingsView> tagged(SettingsView view) {
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }
}
