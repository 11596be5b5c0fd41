package dev.atelier.agentrun.model.completions;

/**
 * Separates an answer's text from the model's reasoning in {@code <think>} blocks.
 *
 * @param reasoning the content of the blocks
 * @param answer the rest
 */
record ModelReasoning(String reasoning, String answer) {
    private static final String OPEN = "<think>";
    private static final String CLOSE = "</think>";

    /**
     * Removes the blocks at the beginning. The first may lack its opening tag when a server's template writes it into
     * the prompt; the last may lack its closing tag when the answer ends inside it.
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
