package dev.atelier.agentrun.agent;

import dev.atelier.agentrun.agent.AgentResponses.AgentResponse;
import dev.atelier.agentrun.agent.AgentResponses.AgentRevisionResponse;
import dev.atelier.agentrun.agent.AgentResponses.AgentVersionResponse;
import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.idempotency.IdempotencyKey;
import dev.atelier.kit.idempotency.IdempotentRequestExecutor;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.ETags;
import dev.atelier.kit.web.ExpectedVersion;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspaceId}/agents")
class AgentController {
    private final AgentService agentService;
    private final AgentRequestMapper forms;
    private final IdempotentRequestExecutor idempotentRequestExecutor;

    AgentController(
            AgentService agentService, AgentRequestMapper forms, IdempotentRequestExecutor idempotentRequestExecutor) {
        this.agentService = agentService;
        this.forms = forms;
        this.idempotentRequestExecutor = idempotentRequestExecutor;
    }

    /** Creates an agent as a draft. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AgentResponse> draft(
            @PathVariable WorkspaceId workspaceId,
            @Valid @RequestBody AgentRequestMapper.CreateAgentRequest body,
            Optional<IdempotencyKey> key,
            Caller caller) {
        agentService.requireCreator(workspaceId, caller.userId());
        var definition = forms.definition(body);
        var agent = idempotentRequestExecutor.execute(
                key,
                body,
                AgentResponse.class,
                () -> AgentResponse.of(agentService.draft(workspaceId, body.name(), definition, caller.userId())));
        return ResponseEntity.created(URI.create("/api/workspaces/" + workspaceId + "/agents/" + agent.id()))
                .eTag(ETags.of(agent.version()))
                .body(agent);
    }

    /** Lists the agents of the workspace. */
    @GetMapping
    CursorPage<AgentResponse> list(@PathVariable WorkspaceId workspaceId, CursorPageRequest page, Caller caller) {
        return agentService.list(workspaceId, page, caller.userId()).map(AgentResponse::of);
    }

    /** Returns an agent. */
    @GetMapping("/{agentId}")
    ResponseEntity<AgentResponse> get(
            @PathVariable WorkspaceId workspaceId, @PathVariable AgentId agentId, Caller caller) {
        return tagged(agentService.get(workspaceId, agentId, caller.userId()));
    }

    /** Changes the agent's draft. */
    @PatchMapping("/{agentId}")
    ResponseEntity<AgentResponse> change(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable AgentId agentId,
            ExpectedVersion expected,
            @Valid @RequestBody AgentRequestMapper.UpdateAgentRequest body,
            Caller caller) {
        return tagged(agentService.change(
                workspaceId, agentId, expected, agent -> forms.change(agent, body), caller.userId()));
    }

    /** Publishes the agent's draft as its next version. */
    @PostMapping("/{agentId}/publish")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AgentVersionResponse> publish(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable AgentId agentId,
            ExpectedVersion expected,
            Caller caller) {
        var version = agentService.publish(workspaceId, agentId, expected, caller.userId());
        return ResponseEntity.created(URI.create("/api/workspaces/" + workspaceId + "/agents/" + agentId + "/versions"))
                .body(AgentVersionResponse.of(version));
    }

    /** Lists the published versions of an agent. */
    @GetMapping("/{agentId}/versions")
    CursorPage<AgentVersionResponse> versions(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable AgentId agentId,
            CursorPageRequest page,
            Caller caller) {
        return agentService
                .versions(workspaceId, agentId, page, caller.userId())
                .map(AgentVersionResponse::of);
    }

    /** Lists the revisions of the agent's draft. */
    @GetMapping("/{agentId}/revisions")
    CursorPage<AgentRevisionResponse> changes(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable AgentId agentId,
            CursorPageRequest page,
            Caller caller) {
        return agentService.changes(workspaceId, agentId, page, caller.userId()).map(AgentRevisionResponse::of);
    }

    private static ResponseEntity<AgentResponse> tagged(Agent agent) {
        return ResponseEntity.ok().eTag(ETags.of(agent.versionNumber())).body(AgentResponse.of(agent));
    }
}
