package dev.atelier.kit.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The addresses of the services; by default on this machine. A service has one address, or one for each instance,
 * separated by commas. Environment variables: {@code ATELIER_SERVICES_AGENT_RUN} and so on.
 */
@ConfigurationProperties("atelier.services")
public record ServiceAddressSettings(
        @DefaultValue("http://127.0.0.1:8081") List<String> identity,
        @DefaultValue("http://127.0.0.1:8082") List<String> workspace,
        @DefaultValue("http://127.0.0.1:8083") List<String> agentRun,
        @DefaultValue("http://127.0.0.1:8084") List<String> report,
        @DefaultValue("http://127.0.0.1:8085") List<String> notification) {
    static final List<String> NAMES = List.of(
            "identity-service", "workspace-service", "agent-run-service", "report-service", "notification-service");

    /** Throws {@link IllegalArgumentException} that names the key where an address is invalid. */
    public ServiceAddressSettings {
        identity = checked("identity", identity);
        workspace = checked("workspace", workspace);
        agentRun = checked("agent-run", agentRun);
        report = checked("report", report);
        notification = checked("notification", notification);
    }

    /**
     * Returns the addresses of a service by its name, at least one.
     *
     * @throws IllegalArgumentException where there is no such service
     */
    public List<URI> of(String service) {
        var addresses = switch (service) {
            case "identity-service" -> identity;
            case "workspace-service" -> workspace;
            case "agent-run-service" -> agentRun;
            case "report-service" -> report;
            case "notification-service" -> notification;
            default -> throw new IllegalArgumentException("there is no service " + service);
        };
        return addresses.stream().map(URI::create).toList();
    }

    private static List<String> checked(String key, List<String> addresses) {
        if (addresses.isEmpty()) {
            throw refused(key, "");
        }
        addresses.stream().filter(address -> !isBase(address)).findFirst().ifPresent(address -> {
            throw refused(key, address);
        });
        return addresses.stream().distinct().toList();
    }

    private static boolean isBase(String address) {
        try {
            var uri = new URI(address);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static IllegalArgumentException refused(String key, String address) {
        return new IllegalArgumentException(
                "atelier.services.%s: each address must be such as http://host:8080, separated by commas, not \"%s\""
                        .formatted(key, address));
    }
}
