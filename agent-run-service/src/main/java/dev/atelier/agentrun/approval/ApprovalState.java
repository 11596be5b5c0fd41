package dev.atelier.agentrun.approval;

/** State of an approval. */
enum ApprovalState {
    WAITING,
    APPROVED,
    REJECTED,
    /** The run ended before anybody decided. */
    CANCELLED
}
