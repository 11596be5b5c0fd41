package dev.atelier.agentrun.model;

/** A model gave no usable answer. */
public final class ModelFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Why why;

    public ModelFailed(Why why) {
        super(why.sentence(), null, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /** What went wrong, in words that name no secret. */
    public enum Why {
        UNREACHABLE("model-unreachable", "The model's endpoint cannot be reached.", true),
        PRIVATE_ADDRESS(
                "model-address-private",
                "The model's endpoint lies in a private network, which this installation does not allow.",
                false),
        KEY_REFUSED("model-key-refused", "The model's endpoint refused the key.", false),
        NOT_FOUND("model-not-found", "The endpoint does not know this model or this path.", false),
        REQUEST_REFUSED("model-request-refused", "The model's endpoint refused the request.", false),
        BUSY("model-busy", "The model's endpoint is over its limits.", true),
        BROKEN("model-broken", "The model's endpoint answered with an error.", true),
        CUT("model-answer-cut", "The model's answer was cut off.", true),
        SLOW("model-slow", "The model did not answer in time.", true),
        GONE("model-connection-missing", "The agent's model connection no longer exists.", false);

        private final String code;
        private final String sentence;
        private final boolean passing;

        Why(String code, String sentence, boolean passing) {
            this.code = code;
            this.sentence = sentence;
            this.passing = passing;
        }

        public String code() {
            return code;
        }

        public String sentence() {
            return sentence;
        }

        /** Whether trying again makes sense. */
        public boolean passing() {
            return passing;
        }
    }
}
