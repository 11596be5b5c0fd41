package dev.atelier.agentrun.tool;

/**
 * The result of a tool call for the model: JSON text, or the reason of a refusal.
 *
 * @param text at most {@value #LONGEST} characters; a longer text is cut, with a note
 */
public record ToolResult(String text, boolean refused) {
    /** Maximum number of characters of one result. */
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
