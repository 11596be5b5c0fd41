package dev.atelier.agentrun.model;

/** Something that answers prompts. */
public interface LanguageModel {
    /**
     * Asks once and waits for the whole answer. An interruption ends the request.
     *
     * @throws ModelFailed when there is no usable answer, with what the try took all the same
     * @throws java.util.concurrent.CancellationException when the thread is interrupted
     */
    ModelAnswer answer(ModelRequest question);
}
