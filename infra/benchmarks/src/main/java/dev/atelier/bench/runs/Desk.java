package dev.atelier.bench.runs;

import dev.atelier.client.Person;
import dev.atelier.client.Registered;
import dev.atelier.load.Muster;
import dev.atelier.load.StandInModel;
import java.util.Map;

/**
 * A workspace in which runs are started.
 *
 * @param thinking an agent whose tool does not exist: the engine answers for it at once
 * @param searching an agent that searches the project's actions at workspace-service
 */
record Desk(String workspace, String project, String thinking, String searching) {
    /** So many and so long that a search answers with about 1 KB. */
    private static final int ACTIONS = 3;

    private static final String WORDS =
            "Words that describe what is to be done. ".repeat(3).strip();

    static Desk of(Muster muster, Registered manager, String name, StandInModel thinking, StandInModel searching) {
        var workspace = muster.workspace(manager, name);
        var person = manager.person();
        var projects = "/api/workspaces/" + workspace + "/projects";
        var project = person.post(projects, Map.of("name", name)).expect(201).text("id");
        for (var n = 1; n <= ACTIONS; n++) {
            person.postOnce(
                            projects + "/" + project + "/actions",
                            Map.of("title", "Action %d of %s".formatted(n, name), "description", WORDS))
                    .expect(201);
        }
        return new Desk(
                workspace,
                project,
                agent(muster, person, workspace, thinking),
                agent(muster, person, workspace, searching));
    }

    private static String agent(Muster muster, Person manager, String workspace, StandInModel model) {
        return muster.agent(manager, workspace, muster.connection(manager, workspace, model), "NONE");
    }

    String runs() {
        return "/api/workspaces/" + workspace + "/runs";
    }
}
