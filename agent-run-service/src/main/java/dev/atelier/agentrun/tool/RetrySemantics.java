package dev.atelier.agentrun.tool;

/** What happens to a call that was under way when its worker died. */
public enum RetrySemantics {
    /** It only reads, or doing it twice is as doing it once. */
    SAFE_TO_REPEAT,
    /** It is repeated with the same idempotency key, and the other side does it once. */
    HAS_KEY,
    /** Nobody can know whether it was done: a person is asked. */
    ASK_A_PERSON
}
