package dev.atelier.agentrun.tool;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.Access;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
class ToolController {
    private final Tools tools;
    private final Access access;
    private final JsonMapper json;

    ToolController(Tools tools, Access access, JsonMapper json) {
        this.tools = tools;
        this.access = access;
        this.json = json;
    }

    @GetMapping("/api/workspaces/{w}/tools")
    Page<ToolView> tools(@PathVariable("w") WorkspaceId workspaceId, Caller caller) {
        access.member(workspaceId, caller.userId());
        return new Page<>(tools.all().stream().map(this::view).toList(), null);
    }

    private ToolView view(Tool tool) {
        return new ToolView(
                tool.name(),
                tool.description(),
                tool.nature(),
                tool.hasEffect(),
                tool.usualApproval(),
                json.readTree(tool.schema()));
    }

    /** A tool as clients see it. */
    record ToolView(
            String name,
            String description,
            Nature nature,
            boolean hasEffect,
            ApprovalRule usualApproval,
            JsonNode argumentsSchema) {}
}
