package dev.atelier.agentrun.model.builtin;

/** The built-in model for tests of other packages. */
public final class BuiltIn {
    private BuiltIn() {}

    public static BuiltInChatModel model() {
        return ConversationWithBuiltIn.model();
    }
}
