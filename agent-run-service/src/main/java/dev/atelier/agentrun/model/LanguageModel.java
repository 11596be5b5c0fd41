package dev.atelier.agentrun.model;

/** A language model that answers prompts. */
public interface LanguageModel {
    /**
     * Sends one request and waits for the complete answer. An interrupt ends the request.
     *
     * @throws ModelFailed when there is no usable answer; contains the usage of the failed attempt
     * @throws java.util.concurrent.CancellationException when the thread is interrupted
     */
    ModelAnswer answer(ModelRequest question);
}
