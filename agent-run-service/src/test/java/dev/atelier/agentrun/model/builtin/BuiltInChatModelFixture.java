package dev.atelier.agentrun.model.builtin;

/** The built-in model for tests of other packages. */
public final class BuiltInChatModelFixture {
    private BuiltInChatModelFixture() {}

    public static BuiltInChatModel model() {
        return BuiltInConversation.model();
    }
}
