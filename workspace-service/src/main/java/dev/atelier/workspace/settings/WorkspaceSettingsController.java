package dev.atelier.workspace.settings;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.ETags;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.workspace.settings.PreviewRetention.RetentionPreviewResponse;
import dev.atelier.workspace.workspace.RetentionPeriods;
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
@RequestMapping("/api/workspaces/{workspaceId}/settings")
class WorkspaceSettingsController {
    private final WorkspaceSettingsService workspaceSettingsService;
    private final PreviewRetention previewRetention;

    WorkspaceSettingsController(WorkspaceSettingsService workspaceSettingsService, PreviewRetention previewRetention) {
        this.workspaceSettingsService = workspaceSettingsService;
        this.previewRetention = previewRetention;
    }

    /** Returns the settings, to every member. */
    @GetMapping
    ResponseEntity<WorkspaceSettingsResponse> read(@PathVariable WorkspaceId workspaceId, Caller caller) {
        return tagged(workspaceSettingsService.read(workspaceId, caller.userId()));
    }

    /**
     * Replaces all settings; only the manager may. If a retention becomes shorter, the first deletion follows in the
     * first night after 24 hours. Kinds without a retention are kept until somebody deletes them.
     */
    @PutMapping
    ResponseEntity<WorkspaceSettingsResponse> set(
            @PathVariable WorkspaceId workspaceId,
            @Valid @RequestBody UpdateWorkspaceSettingsRequest body,
            ExpectedVersion expected,
            Caller caller) {
        return tagged(workspaceSettingsService.set(workspaceId, body, expected, caller.userId()));
    }

    /** Returns how much would be deleted if these settings applied tonight, to the manager. Changes nothing. */
    @GetMapping("/preview")
    RetentionPreviewResponse preview(
            @PathVariable WorkspaceId workspaceId, @Valid @ParameterObject RetentionPeriods retention, Caller caller) {
        return previewRetention.preview(workspaceId, retention, caller.userId());
    }

    private static ResponseEntity<WorkspaceSettingsResponse> tagged(WorkspaceSettingsResponse view) {
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }
}
