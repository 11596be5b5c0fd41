package dev.atelier.agentrun.tool;

/** How to handle a call that was in progress when its worker died. */
public enum RetrySemantics {
    /** The call only reads or is idempotent. */
    SAFE_TO_REPEAT,
    /** The call is repeated with the same idempotency key, and the service executes it once. */
    IDEMPOTENCY_KEY,
    /** It is unknown whether the call was executed; a person must decide. */
    ASK_USER
}
