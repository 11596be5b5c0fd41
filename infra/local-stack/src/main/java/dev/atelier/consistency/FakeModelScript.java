package dev.atelier.consistency;

import dev.atelier.load.FakeModelServer;
import java.util.List;

/** What the model does in each run whose end is reckoned: two actions, named for the run, then a conclusion. */
public final class FakeModelScript {
    /** Actions a run creates. */
    static final int ACTIONS = 2;

    /** Turns of the model in a run: one for each action, and the conclusion. */
    static final int TURNS = ACTIONS + 1;

    /** Steps a run records: its turns and its tool calls. */
    static final int STEPS = TURNS + ACTIONS;

    private FakeModelScript() {}

    public static List<FakeModelServer.ScriptedToolCall> calls() {
        return List.of(
                new FakeModelServer.ScriptedToolCall("create_action", "{\"title\": \"First of RUN\"}"),
                new FakeModelServer.ScriptedToolCall("create_action", "{\"title\": \"Second of RUN\"}"));
    }
}
