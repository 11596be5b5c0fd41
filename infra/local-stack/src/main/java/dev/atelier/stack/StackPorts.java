package dev.atelier.stack;

import dev.atelier.backing.LocalPorts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The port on 127.0.0.1 of every part, by the part's name.
 *
 * @param seconds ports for a second instance, by the service's name
 */
public record StackPorts(Map<String, Integer> byPart, Map<String, Integer> seconds) {
    private static final List<String> PARTS = List.of(
            "gateway",
            "identity-service",
            "workspace-service",
            "agent-run-service",
            "report-service",
            "notification-service",
            "keycloak",
            "mongodb",
            "kafka",
            "mail");
    private static final List<Integer> USUAL = List.of(8080, 8081, 8082, 8083, 8084, 8085, 8180, 27117, 29092, 3025);

    /** The first port of Linux's ephemeral range. */
    private static final int BELOW_EPHEMERAL = 32_768;

    public StackPorts {
        byPart = Map.copyOf(byPart);
        seconds = Map.copyOf(seconds);
    }

    /**
     * Returns the default ports, or ten consecutive ports if the base is not 0. Variables such as
     * {@code ATELIER_PORT_GATEWAY} or {@code ATELIER_PORT_AGENT_RUN_SERVICE} change single ports. Throws
     * {@link IllegalArgumentException} for a value that is not a port.
     */
    public static StackPorts chosen(int base, Map<String, String> environment) {
        var ports = new LinkedHashMap<String, Integer>();
        for (var i = 0; i < PARTS.size(); i++) {
            var part = PARTS.get(i);
            var said = environment.get(variable(part));
            ports.put(part, said != null ? parse(part, said) : base == 0 ? USUAL.get(i) : checked(base + i));
        }
        return new StackPorts(ports, Map.of());
    }

    /** Returns ports that were free a moment ago. */
    public static StackPorts free() {
        var ports = new LinkedHashMap<String, Integer>();
        PARTS.forEach(part -> {
            int port;
            do {
                port = LocalPorts.free();
            } while (ports.containsValue(port));
            ports.put(part, port);
        });
        return new StackPorts(ports, Map.of());
    }

    /** Adds a port for a second instance of each service behind the gateway, outside the ephemeral range. */
    StackPorts paired() {
        var free = RandomGenerator.getDefault()
                .ints(BELOW_EPHEMERAL - 8_000, BELOW_EPHEMERAL)
                .distinct()
                .filter(LocalPorts::isFree)
                .filter(port -> !byPart.containsValue(port))
                .iterator();
        var ports = new LinkedHashMap<String, Integer>();
        ServiceDefinition.ALL.stream()
                .filter(serviceDefinition -> !serviceDefinition.isGateway())
                .forEach(serviceDefinition -> ports.put(serviceDefinition.name(), free.next()));
        return new StackPorts(byPart, ports);
    }

    /** Returns the port of a part. */
    public int of(String part) {
        var port = byPart.get(part);
        if (port == null) {
            throw new IllegalArgumentException("there is no part " + part);
        }
        return port;
    }

    /** Returns the name of the variable that changes the port of a part. */
    public static String variable(String part) {
        return "ATELIER_PORT_" + part.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static int parse(String part, String said) {
        try {
            return checked(Integer.parseInt(said.strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(variable(part) + " is not a port: " + said, e);
        }
    }

    private static int checked(int port) {
        if (port < 1024 || port > 65535) {
            throw new IllegalArgumentException("a port is 1024 to 65535, not " + port);
        }
        return port;
    }
}
