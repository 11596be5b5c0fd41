package dev.atelier.agentrun.tool;

/**
 * What a tool says to the model: JSON text, or the reason of a refusal.
 *
 * @param text at most {@value #LONGEST} characters: what is longer is cut, and says so
 */
public record ToolResult(String text, boolean refused) {
    /** Characters of one answer. */
    public static final int LONGEST = 400_000;

    private static final String CUT = " … (cut here: the answer was longer)";

    public ToolResult {
        if (text.length() > LONGEST) {
            text = text.substring(0, LONGEST - CUT.length()) + CUT;
        }
    }

    public static ToolResult of(String text) {
        return new ToolResult(text, false);
    }

    public static ToolResult refused(String reason) {
        return new ToolResult(reason, true);
    }
}
