package dev.atelier.kit.http;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the services are; by default on this machine. In the environment {@code ATELIER_SERVICES_AGENT_RUN} and so on. */
@ConfigurationProperties("atelier.services")
public record ServicesSettings(
        @DefaultValue("http://127.0.0.1:8081") URI identity,
        @DefaultValue("http://127.0.0.1:8082") URI workspace,
        @DefaultValue("http://127.0.0.1:8083") URI agentRun,
        @DefaultValue("http://127.0.0.1:8084") URI report,
        @DefaultValue("http://127.0.0.1:8085") URI notification) {
    /**
     * The address of a service by its name.
     *
     * @throws IllegalArgumentException where there is no such service
     */
    public URI of(String service) {
        return switch (service) {
            case "identity-service" -> identity;
            case "workspace-service" -> workspace;
            case "agent-run-service" -> agentRun;
            case "report-service" -> report;
            case "notification-service" -> notification;
            default -> throw new IllegalArgumentException("there is no service " + service);
        };
    }
}
