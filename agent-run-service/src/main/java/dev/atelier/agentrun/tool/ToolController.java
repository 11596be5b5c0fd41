package dev.atelier.agentrun.tool;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.CursorPage;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
class ToolController {
    private final ToolRegistry toolRegistry;
    private final WorkspaceAuthorization workspaceAuthorization;
    private final JsonMapper json;

    ToolController(ToolRegistry toolRegistry, WorkspaceAuthorization workspaceAuthorization, JsonMapper json) {
        this.toolRegistry = toolRegistry;
        this.workspaceAuthorization = workspaceAuthorization;
        this.json = json;
    }

    /** Lists the tools that an agent can be allowed to use. */
    @GetMapping("/api/workspaces/{workspaceId}/tools")
    CursorPage<ToolResponse> tools(@PathVariable WorkspaceId workspaceId, Caller caller) {
        workspaceAuthorization.requireMember(workspaceId, caller.userId());
        return new CursorPage<>(toolRegistry.all().stream().map(this::view).toList(), null);
    }

    private ToolResponse view(AgentTool tool) {
        return new ToolResponse(
                tool.name(),
                tool.description(),
                tool.retrySemantics(),
                tool.hasEffect(),
                tool.defaultApproval(),
                json.readTree(tool.schema()));
    }

    /** Response body of a tool. */
    record ToolResponse(
            String name,
            String description,
            RetrySemantics retrySemantics,
            boolean hasEffect,
            ApprovalRule defaultApproval,
            JsonNode argumentsSchema) {}
}
