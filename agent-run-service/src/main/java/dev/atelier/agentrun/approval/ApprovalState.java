package dev.atelier.agentrun.approval;

/** Where an approval stands. */
enum ApprovalState {
    WAITING,
    APPROVED,
    REJECTED,
    /** Its run ended before anybody decided. */
    LAPSED
}
