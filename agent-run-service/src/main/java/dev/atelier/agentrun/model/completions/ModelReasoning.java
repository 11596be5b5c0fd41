package dev.atelier.agentrun.model.completions;

/**
 * An answer's text without what the model thought aloud before it, in {@code <think>} blocks.
 *
 * @param reasoning what stood in the blocks
 * @param answer the rest
 */
record ModelReasoning(String reasoning, String answer) {
    private static final String OPEN = "<think>";
    private static final String CLOSE = "</think>";

    /**
     * Takes the blocks off the beginning. The first may lack its opening tag, where a server's template writes it into the
     * prompt, and the last its closing tag, where the answer ends within it.
     */
    static ModelReasoning of(String text) {
        var reasoning = new StringBuilder();
        var rest = text;
        int headless = text.indexOf(CLOSE);
        if (headless >= 0 && !text.substring(0, headless).contains(OPEN)) {
            reasoning.append(text, 0, headless);
            rest = text.substring(headless + CLOSE.length());
        }
        while (rest.stripLeading().startsWith(OPEN)) {
            rest = rest.stripLeading().substring(OPEN.length());
            int end = rest.indexOf(CLOSE);
            reasoning.append(end < 0 ? rest : rest.substring(0, end));
            rest = end < 0 ? "" : rest.substring(end + CLOSE.length());
        }
        return reasoning.isEmpty() && rest.equals(text)
                ? new ModelReasoning("", text)
                : new ModelReasoning(reasoning.toString().strip(), rest.stripLeading());
    }
}
