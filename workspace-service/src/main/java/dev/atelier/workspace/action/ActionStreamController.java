package dev.atelier.workspace.action;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import dev.atelier.workspace.project.ProjectStore;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class ActionStreamController {
    private final ActionFinder lists;
    private final ProjectStore projectStore;
    private final JsonMapper json;

    ActionStreamController(ActionFinder lists, ProjectStore projectStore, JsonMapper json) {
        this.lists = lists;
        this.projectStore = projectStore;
        this.json = json;
    }

    /** Streams all matching actions of a project, oldest first, one JSON object per line. */
    @GetMapping(
            path = "/internal/workspaces/{workspaceId}/projects/{projectId}/actions",
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    @ApiResponse(
            responseCode = "200",
            description = "One action per line",
            content = @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE, schema = @Schema(type = "string")))
    void all(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable ProjectId projectId,
            @ParameterObject ActionFilter filter,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        projectStore.requireReader(workspaceId, projectId, caller.userId());
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        var out = response.getOutputStream();
        try (var all = lists.stream(workspaceId, projectId, filter)) {
            for (var actions = all.iterator(); actions.hasNext(); ) {
                out.write(json.writeValueAsBytes(ActionResponse.of(actions.next())));
                out.write('\n');
            }
        }
    }
}
