package dev.atelier.stack;

import java.util.List;
import java.util.Locale;

/**
 * One of Atelier's six services.
 *
 * @param database its database's name; empty when it has none
 * @param heapMegabytes maximum heap size in the local stack
 */
public record ServiceDefinition(String name, String database, int heapMegabytes) {

    /** All of them, the gateway first. */
    public static final List<ServiceDefinition> ALL = List.of(
            new ServiceDefinition("gateway", "", 160),
            new ServiceDefinition("identity-service", "identity", 160),
            new ServiceDefinition("workspace-service", "workspace", 160),
            new ServiceDefinition("agent-run-service", "agentrun", 512),
            new ServiceDefinition("report-service", "report", 256),
            new ServiceDefinition("notification-service", "notification", 160));

    /** Returns the service of that name. Throws {@link IllegalArgumentException} if there is none. */
    public static ServiceDefinition named(String name) {
        return ALL.stream()
                .filter(serviceDefinition -> serviceDefinition.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no service " + name));
    }

    /** The gateway alone keeps no data, and so no secrets. */
    public boolean isGateway() {
        return database.isEmpty();
    }

    /** {@code AGENT_RUN} for agent-run-service. */
    String variable() {
        return name.replace("-service", "").replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
