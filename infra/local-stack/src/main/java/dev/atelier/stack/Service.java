package dev.atelier.stack;

import java.util.List;
import java.util.Locale;

/**
 * One of Atelier's six services.
 *
 * @param database its database's name; empty when it has none
 * @param heapMegabytes the most that its heap may take on one machine
 */
public record Service(String name, String database, int heapMegabytes) {

    /** All of them, the gateway first. */
    public static final List<Service> ALL = List.of(
            new Service("gateway", "", 160),
            new Service("identity-service", "identity", 160),
            new Service("workspace-service", "workspace", 160),
            new Service("agent-run-service", "agentrun", 512),
            new Service("report-service", "report", 256),
            new Service("notification-service", "notification", 160));

    /** Throws {@link IllegalArgumentException} for a name that no service has. */
    public static Service named(String name) {
        return ALL.stream()
                .filter(service -> service.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no service " + name));
    }

    boolean isGateway() {
        return database.isEmpty();
    }

    /** {@code AGENT_RUN} for agent-run-service. */
    String variable() {
        return name.replace("-service", "").replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
