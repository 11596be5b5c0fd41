package dev.atelier.kit.observability;

/** Names of what stands beside every log line; the trace's ids are put there by Micrometer. */
final class MdcKeys {
    static final String REQUEST = "requestId";
    static final String WORKSPACE = "workspaceId";

    private MdcKeys() {}
}
