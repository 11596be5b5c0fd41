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
 * @param seconds where a second instance of a service may answer, by the service's name
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

    /** Linux gives the ports from here on to whoever asks for any. */
    private static final int BELOW_EPHEMERAL = 32_768;

    public StackPorts {
        byPart = Map.copyOf(byPart);
        seconds = Map.copyOf(seconds);
    }

    /**
     * The usual ports, or ten in a row from the base where it is not 0; each may be changed by a variable such as {@code
     * ATELIER_PORT_GATEWAY} or {@code ATELIER_PORT_AGENT_RUN_SERVICE}. Throws {@link IllegalArgumentException} for what is no port.
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

    /** Ports that were free a moment ago. */
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

    /** With a port for a second instance of each service behind the gateway, which nobody gets who asks the system for any free one. */
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

    /** The part's port. */
    public int of(String part) {
        var port = byPart.get(part);
        if (port == null) {
            throw new IllegalArgumentException("there is no part " + part);
        }
        return port;
    }

    /** The variable that changes the part's port. */
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
