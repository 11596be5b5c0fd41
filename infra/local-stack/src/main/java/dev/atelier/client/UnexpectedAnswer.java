package dev.atelier.client;

/** A request was not answered as the story needs it. */
public final class UnexpectedAnswer extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int SHOWN = 600;

    UnexpectedAnswer(Answer answer, String expectation) {
        super("%s answered %d, %s: %s".formatted(answer.request(), answer.status(), expectation, body(answer)));
    }

    private static String body(Answer answer) {
        var text = answer.body();
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    }
}
