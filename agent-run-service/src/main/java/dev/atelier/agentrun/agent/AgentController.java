package dev.atelier.agentrun.agent;

import dev.atelier.agentrun.agent.AgentViews.AgentView;
import dev.atelier.agentrun.agent.AgentViews.ChangeView;
import dev.atelier.agentrun.agent.AgentViews.VersionView;
import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.ETags;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import dev.atelier.kit.web.idempotency.Idempotency;
import dev.atelier.kit.web.idempotency.IdempotencyKey;
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
@RequestMapping("/api/workspaces/{w}/agents")
class AgentController {
    private final Agents agents;
    private final AgentForms forms;
    private final Idempotency idempotency;

    AgentController(Agents agents, AgentForms forms, Idempotency idempotency) {
        this.agents = agents;
        this.forms = forms;
        this.idempotency = idempotency;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AgentView> draft(
            @PathVariable("w") WorkspaceId workspaceId,
            @Valid @RequestBody AgentForms.NewAgent body,
            Optional<IdempotencyKey> key,
            Caller caller) {
        agents.demandMaker(workspaceId, caller.userId());
        var definition = forms.definition(body);
        var agent = idempotency.answer(
                key,
                body,
                AgentView.class,
                () -> AgentView.of(agents.draft(workspaceId, body.name(), definition, caller.userId())));
        return ResponseEntity.created(URI.create("/api/workspaces/" + workspaceId + "/agents/" + agent.id()))
                .eTag(ETags.of(agent.version()))
                .body(agent);
    }

    @GetMapping
    Page<AgentView> list(@PathVariable("w") WorkspaceId workspaceId, PageRequest page, Caller caller) {
        return agents.list(workspaceId, page, caller.userId()).map(AgentView::of);
    }

    @GetMapping("/{agentId}")
    ResponseEntity<AgentView> get(
            @PathVariable("w") WorkspaceId workspaceId, @PathVariable AgentId agentId, Caller caller) {
        return tagged(agents.get(workspaceId, agentId, caller.userId()));
    }

    @PatchMapping("/{agentId}")
    ResponseEntity<AgentView> change(
            @PathVariable("w") WorkspaceId workspaceId,
            @PathVariable AgentId agentId,
            ExpectedVersion expected,
            @Valid @RequestBody AgentForms.ChangedAgent body,
            Caller caller) {
        return tagged(
                agents.change(workspaceId, agentId, expected, agent -> forms.change(agent, body), caller.userId()));
    }

    @PostMapping("/{agentId}/publication")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<VersionView> publish(
            @PathVariable("w") WorkspaceId workspaceId,
            @PathVariable AgentId agentId,
            ExpectedVersion expected,
            Caller caller) {
        var version = agents.publish(workspaceId, agentId, expected, caller.userId());
        return ResponseEntity.created(URI.create("/api/workspaces/" + workspaceId + "/agents/" + agentId + "/versions"))
                .body(VersionView.of(version));
    }

    @GetMapping("/{agentId}/versions")
    Page<VersionView> versions(
            @PathVariable("w") WorkspaceId workspaceId,
            @PathVariable AgentId agentId,
            PageRequest page,
            Caller caller) {
        return agents.versions(workspaceId, agentId, page, caller.userId()).map(VersionView::of);
    }

    @GetMapping("/{agentId}/changes")
    Page<ChangeView> changes(
            @PathVariable("w") WorkspaceId workspaceId,
            @PathVariable AgentId agentId,
            PageRequest page,
            Caller caller) {
        return agents.changes(workspaceId, agentId, page, caller.userId()).map(ChangeView::of);
    }

    private static ResponseEntity<AgentView> tagged(Agent agent) {
        return ResponseEntity.ok().eTag(ETags.of(agent.versionNumber())).body(AgentView.of(agent));
    }
}
