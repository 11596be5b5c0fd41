package dev.atelier.kit.observability;

/** Keys of the logging context (MDC) that the kit sets; Micrometer sets those of the trace. */
final class MdcKeys {
    static final String REQUEST = "requestId";
    static final String WORKSPACE = "workspaceId";

    private MdcKeys() {}
}
