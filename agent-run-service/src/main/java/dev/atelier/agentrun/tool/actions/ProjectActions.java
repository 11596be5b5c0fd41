package dev.atelier.agentrun.tool.actions;

import dev.atelier.agentrun.tool.Errand;
import dev.atelier.agentrun.tool.ProjectOutOfReach;
import dev.atelier.agentrun.tool.ToolAnswer;
import dev.atelier.agentrun.tool.ToolUnavailable;
import dev.atelier.agentrun.tool.actions.ActionSchemas.Priority;
import dev.atelier.agentrun.tool.actions.ActionSchemas.State;
import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.access.Access;
import dev.atelier.kit.http.Asking;
import dev.atelier.kit.http.InternalClients;
import dev.atelier.kit.http.RemoteRefusal;
import dev.atelier.kit.http.ServiceUnavailable;
import dev.atelier.kit.web.Reason;
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

/** The project's actions at workspace-service, asked for with the rights of the person who started the run. */
@Component
class ProjectActions {
    /** How many actions a search tells at most. */
    static final int MOST = 200;

    private static final int MOST_NAMES = 500;
    private static final int LONGEST = 500;
    private static final String PROJECT = "/internal/workspaces/{w}/projects/{p}";
    private static final String ACTIONS = PROJECT + "/actions";

    private final InternalClients clients;
    private final Access access;
    private final JsonMapper json;

    ProjectActions(InternalClients clients, Access access, JsonMapper json) {
        this.clients = clients;
        this.access = access;
        this.json = json;
    }

    ToolAnswer search(Errand errand, SearchActions.Filter filter) {
        return answered(errand, () -> {
            var found = new ArrayList<Action>();
            var total = new int[1];
            asking(errand)
                    .get(ACTIONS, errand.workspace(), errand.project())
                    .query("state", filter.state())
                    .query("priority", filter.priority())
                    .query("dueBefore", filter.dueBefore())
                    .query("dueAfter", filter.dueAfter())
                    .lines(Action.class, action -> {
                        if (action.mentions(filter.text())) {
                            total[0]++;
                            if (found.size() < MOST) {
                                found.add(action);
                            }
                        }
                    });
            return json.writeValueAsString(new Found(
                    errand.today(),
                    access.projectName(errand.workspace(), errand.project()),
                    total[0],
                    told(found, names(errand, found))));
        });
    }

    ToolAnswer create(Errand errand, CreateAction.Words words) {
        return answered(errand, () -> {
            var body = new LinkedHashMap<String, @Nullable Object>();
            body.put("title", words.title());
            put(body, "description", words.description());
            put(body, "priority", words.priority());
            put(body, "due", words.due());
            put(body, "assignees", words.assignees());
            body.put("runId", errand.run());
            var created = asking(errand)
                    .post(ACTIONS, errand.workspace(), errand.project())
                    .key(errand.key())
                    .body(body)
                    .as(Action.class);
            return json.writeValueAsString(Map.of("created", created.id(), "title", created.title()));
        });
    }

    ToolAnswer change(Errand errand, ChangeAction.Change change) {
        return answered(errand, () -> {
            var body = new LinkedHashMap<String, @Nullable Object>();
            put(body, "state", change.state());
            put(body, "title", change.title());
            put(body, "description", change.description());
            put(body, "priority", change.priority());
            put(body, "due", change.due());
            put(body, "assignees", change.assignees());
            body.put("runId", errand.run());
            var changed = asking(errand)
                    .patch(ACTIONS + "/{a}", errand.workspace(), errand.project(), change.id())
                    .key(errand.key())
                    .body(body)
                    .as(Action.class);
            return json.writeValueAsString(Map.of(
                    "changed", changed.id(), "title", changed.title(), "state", String.valueOf(changed.state())));
        });
    }

    private static void put(Map<String, @Nullable Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    private Asking asking(Errand errand) {
        return clients.to("workspace-service").onBehalfOf(errand.onBehalfOf());
    }

    private Map<UserId, String> names(Errand errand, List<Action> actions) {
        var ids = actions.stream()
                .flatMap(action -> action.assignees().stream())
                .distinct()
                .limit(MOST_NAMES)
                .map(UserId::toString)
                .collect(Collectors.joining(","));
        if (ids.isEmpty()) {
            return Map.of();
        }
        return asking(errand)
                .get("/internal/workspaces/{w}/people", errand.workspace())
                .query("ids", ids)
                .as(new ParameterizedTypeReference<List<Name>>() {})
                .stream()
                .collect(Collectors.toMap(Name::id, Name::displayName));
    }

    private static List<Told> told(List<Action> actions, Map<UserId, String> names) {
        return actions.stream()
                .map(action -> new Told(
                        action.id(),
                        action.title(),
                        shortened(action.description()),
                        action.state(),
                        action.priority(),
                        action.due(),
                        action.assignees().stream()
                                .map(id -> names.getOrDefault(id, ""))
                                .filter(name -> !name.isEmpty())
                                .toList()))
                .toList();
    }

    private static String shortened(String description) {
        return description.length() <= LONGEST ? description : description.substring(0, LONGEST) + "…";
    }

    private ToolAnswer answered(Errand errand, Supplier<String> asked) {
        try {
            return ToolAnswer.of(asked.get());
        } catch (ServiceUnavailable e) {
            throw new ToolUnavailable(e.sentence(), e);
        } catch (RemoteRefusal e) {
            if (e.reason() == Reason.NOT_FOUND && outOfReach(errand)) {
                throw new ProjectOutOfReach();
            }
            return ToolAnswer.refused(e.sentence());
        }
    }

    /** Tells an unknown action from an unknown project: both are "not found" for the person. */
    private boolean outOfReach(Errand errand) {
        try {
            asking(errand).get(PROJECT, errand.workspace(), errand.project()).as(Project.class);
            return false;
        } catch (ServiceUnavailable e) {
            throw new ToolUnavailable(e.sentence(), e);
        } catch (RemoteRefusal e) {
            return e.reason() == Reason.NOT_FOUND;
        }
    }

    /** What a search found: {@code total} in all, of which at most {@link #MOST} are told. */
    record Found(LocalDate today, String project, int total, List<Told> actions) {}

    /** An action as models read it. */
    record Told(
            ActionId id,
            String title,
            String description,
            State state,
            Priority priority,
            @Nullable LocalDate due,
            List<String> assignees) {}

    /** An action as workspace-service tells it. */
    record Action(
            ActionId id,
            String title,
            String description,
            State state,
            Priority priority,
            @Nullable LocalDate due,
            List<UserId> assignees) {
        boolean mentions(@Nullable String text) {
            return text == null
                    || (title + " " + description)
                            .toLowerCase(Locale.ROOT)
                            .contains(text.strip().toLowerCase(Locale.ROOT));
        }
    }

    /** A project as workspace-service tells it, as far as it matters here. */
    record Project(ProjectId id) {}

    /** A person's name as workspace-service tells it. */
    record Name(UserId id, String displayName) {}
}
