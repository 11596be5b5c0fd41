package dev.atelier.agentrun.tool;

/** What a tool says to the model: JSON text, or the reason of a refusal. */
public record ToolAnswer(String text, boolean refused) {
    public static ToolAnswer of(String text) {
        return new ToolAnswer(text, false);
    }

    public static ToolAnswer refused(String reason) {
        return new ToolAnswer(reason, true);
    }
}
