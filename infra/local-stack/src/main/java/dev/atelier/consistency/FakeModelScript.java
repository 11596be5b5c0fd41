package dev.atelier.consistency;

import dev.atelier.load.FakeModelServer;
import java.util.List;

/** The script of the fake model in each checked run: two actions, named after the run, then a conclusion. */
public final class FakeModelScript {
    /** Number of actions that a run creates. */
    static final int ACTIONS = 2;

    /** Number of model turns in a run: one per action, and the conclusion. */
    static final int TURNS = ACTIONS + 1;

    /** Number of steps that a run records: its turns and its tool calls. */
    static final int STEPS = TURNS + ACTIONS;

    private FakeModelScript() {}

    public static List<FakeModelServer.ScriptedToolCall> calls() {
        return List.of(
                new FakeModelServer.ScriptedToolCall("create_action", "{\"title\": \"First of RUN\"}"),
                new FakeModelServer.ScriptedToolCall("create_action", "{\"title\": \"Second of RUN\"}"));
    }
}
