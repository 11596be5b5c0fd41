package dev.atelier.agentrun.tool.action;

import dev.atelier.agentrun.tool.ProjectAccessLost;
import dev.atelier.agentrun.tool.ToolInvocation;
import dev.atelier.agentrun.tool.ToolResult;
import dev.atelier.agentrun.tool.ToolUnavailable;
import dev.atelier.agentrun.tool.action.ActionToolSchemas.ToolActionPriority;
import dev.atelier.agentrun.tool.action.ActionToolSchemas.ToolActionState;
import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.http.InternalClientFactory;
import dev.atelier.kit.http.InternalRequestFactory;
import dev.atelier.kit.http.RemoteRefusal;
import dev.atelier.kit.http.ServiceUnavailable;
import dev.atelier.kit.problem.RefusalReason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Client of workspace-service for the project's actions, with the rights of the person who started the run. */
@Component
class ProjectActionClient {
    /** Maximum number of actions in a search result. */
    static final int MOST = 200;

    private static final int MOST_NAMES = 500;
    private static final int LONGEST = 500;
    private static final String PROJECT = "/internal/workspaces/{workspaceId}/projects/{projectId}";
    private static final String ACTIONS = PROJECT + "/actions";

    private final InternalClientFactory clients;
    private final WorkspaceAuthorization workspaceAuthorization;
    private final JsonMapper json;

    ProjectActionClient(InternalClientFactory clients, WorkspaceAuthorization workspaceAuthorization, JsonMapper json) {
        this.clients = clients;
        this.workspaceAuthorization = workspaceAuthorization;
        this.json = json;
    }

    ToolResult search(ToolInvocation toolInvocation, SearchActionsTool.SearchActionsArguments searchActionsArguments) {
        return answered(toolInvocation, () -> {
            var found = new ArrayList<ActionPayload>();
            var total = new int[1];
            requestFor(toolInvocation)
                    .get(ACTIONS, toolInvocation.workspace(), toolInvocation.project())
                    .query("state", searchActionsArguments.state())
                    .query("priority", searchActionsArguments.priority())
                    .query("dueBefore", searchActionsArguments.dueBefore())
                    .query("dueAfter", searchActionsArguments.dueAfter())
                    .readLines(ActionPayload.class, actionPayload -> {
                        if (actionPayload.mentions(searchActionsArguments.text())) {
                            total[0]++;
                            if (found.size() < MOST) {
                                found.add(actionPayload);
                            }
                        }
                    });
            return json.writeValueAsString(new ActionSearchResult(
                    toolInvocation.today(),
                    workspaceAuthorization.projectName(toolInvocation.workspace(), toolInvocation.project()),
                    total[0],
                    told(found, names(toolInvocation, found))));
        });
    }

    ToolResult create(ToolInvocation toolInvocation, CreateActionTool.CreateActionArguments createActionArguments) {
        return answered(toolInvocation, () -> {
            var body = new LinkedHashMap<String, @Nullable Object>();
            body.put("title", createActionArguments.title());
            put(body, "description", createActionArguments.description());
            put(body, "priority", createActionArguments.priority());
            put(body, "due", createActionArguments.due());
            put(body, "assignees", createActionArguments.assignees());
            body.put("runId", toolInvocation.run());
            var created = requestFor(toolInvocation)
                    .post(ACTIONS, toolInvocation.workspace(), toolInvocation.project())
                    .idempotencyKey(toolInvocation.key())
                    .body(body)
                    .retrieve(ActionPayload.class);
            return json.writeValueAsString(Map.of("created", created.id(), "title", created.title()));
        });
    }

    ToolResult change(ToolInvocation toolInvocation, ChangeActionTool.ChangeActionArguments changeActionArguments) {
        return answered(toolInvocation, () -> {
            var body = new LinkedHashMap<String, @Nullable Object>();
            put(body, "state", changeActionArguments.state());
            put(body, "title", changeActionArguments.title());
            put(body, "description", changeActionArguments.description());
            put(body, "priority", changeActionArguments.priority());
            put(body, "due", changeActionArguments.due());
            put(body, "assignees", changeActionArguments.assignees());
            body.put("runId", toolInvocation.run());
            var changed = requestFor(toolInvocation)
                    .patch(
                            ACTIONS + "/{actionId}",
                            toolInvocation.workspace(),
                            toolInvocation.project(),
                            changeActionArguments.id())
                    .idempotencyKey(toolInvocation.key())
                    .body(body)
                    .retrieve(ActionPayload.class);
            return json.writeValueAsString(Map.of(
                    "changed", changed.id(), "title", changed.title(), "state", String.valueOf(changed.state())));
        });
    }

    private static void put(Map<String, @Nullable Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    private InternalRequestFactory requestFor(ToolInvocation toolInvocation) {
        return clients.clientFor("workspace-service").onBehalfOf(toolInvocation.onBehalfOf());
    }

    private Map<UserId, String> names(ToolInvocation toolInvocation, List<ActionPayload> actions) {
        var ids = actions.stream()
                .flatMap(actionPayload -> actionPayload.assignees().stream())
                .distinct()
                .limit(MOST_NAMES)
                .map(UserId::toString)
                .collect(Collectors.joining(","));
        if (ids.isEmpty()) {
            return Map.of();
        }
        return requestFor(toolInvocation)
                .get("/internal/workspaces/{workspaceId}/users", toolInvocation.workspace())
                .query("ids", ids)
                .retrieve(new ParameterizedTypeReference<List<UserNamePayload>>() {})
                .stream()
                .collect(Collectors.toMap(UserNamePayload::userId, UserNamePayload::displayName));
    }

    private static List<FoundAction> told(List<ActionPayload> actions, Map<UserId, String> names) {
        return actions.stream()
                .map(actionPayload -> new FoundAction(
                        actionPayload.id(),
                        actionPayload.title(),
                        shortened(actionPayload.description()),
                        actionPayload.state(),
                        actionPayload.priority(),
                        actionPayload.due(),
                        actionPayload.assignees().stream()
                                .map(id -> names.getOrDefault(id, ""))
                                .filter(name -> !name.isEmpty())
                                .toList()))
                .toList();
    }

    private static String shortened(String description) {
        return description.length() <= LONGEST ? description : description.substring(0, LONGEST) + "…";
    }

    private ToolResult answered(ToolInvocation toolInvocation, Supplier<String> asked) {
        try {
            return ToolResult.of(asked.get());
        } catch (ServiceUnavailable e) {
            throw new ToolUnavailable(e.sentence(), e);
        } catch (RemoteRefusal e) {
            if (e.reason() == RefusalReason.NOT_FOUND && isProjectInaccessible(toolInvocation)) {
                throw new ProjectAccessLost();
            }
            return ToolResult.refused(e.sentence());
        }
    }

    /** Distinguishes an unknown action from an inaccessible project: both are answered with "not found". */
    private boolean isProjectInaccessible(ToolInvocation toolInvocation) {
        try {
            requestFor(toolInvocation)
                    .get(PROJECT, toolInvocation.workspace(), toolInvocation.project())
                    .retrieve(ProjectPayload.class);
            return false;
        } catch (ServiceUnavailable e) {
            throw new ToolUnavailable(e.sentence(), e);
        } catch (RemoteRefusal e) {
            return e.reason() == RefusalReason.NOT_FOUND;
        }
    }

    /** A search result: {@code total} matches, of which at most {@link #MOST} are returned. */
    record ActionSearchResult(LocalDate today, String project, int total, List<FoundAction> actions) {}

    /** An action as models read it. */
    record FoundAction(
            ActionId id,
            String title,
            String description,
            ToolActionState state,
            ToolActionPriority priority,
            @Nullable LocalDate due,
            List<String> assignees) {}

    /** An action in workspace-service's response. */
    record ActionPayload(
            ActionId id,
            String title,
            String description,
            ToolActionState state,
            ToolActionPriority priority,
            @Nullable LocalDate due,
            List<UserId> assignees) {
        boolean mentions(@Nullable String text) {
            return text == null
                    || (title + " " + description)
                            .toLowerCase(Locale.ROOT)
                            .contains(text.strip().toLowerCase(Locale.ROOT));
        }
    }

    /** A project in workspace-service's response; only the needed fields. */
    record ProjectPayload(ProjectId id) {}

    /** A person's name in workspace-service's response. */
    record UserNamePayload(UserId userId, String displayName) {}
}
