package dev.atelier.agentrun.model.builtin;

import org.jspecify.annotations.Nullable;

/** What the model answers: a text, or a call of a tool with a word about it. */
record BuiltInReply(String text, @Nullable BuiltInToolCall call) {
    static BuiltInReply say(String text) {
        return new BuiltInReply(text, null);
    }

    static BuiltInReply call(String text, String tool, String arguments) {
        return new BuiltInReply(text, new BuiltInToolCall(tool, arguments));
    }

    /** A tool and its arguments as JSON. */
    record BuiltInToolCall(String tool, String arguments) {}
}
