package dev.atelier.agentrun.model.builtin;

import org.jspecify.annotations.Nullable;

/** What the model answers: a text, or a call of a tool with a word about it. */
record Thought(String text, @Nullable Call call) {
    static Thought say(String text) {
        return new Thought(text, null);
    }

    static Thought call(String text, String tool, String arguments) {
        return new Thought(text, new Call(tool, arguments));
    }

    /** A tool and its arguments as JSON. */
    record Call(String tool, String arguments) {}
}
