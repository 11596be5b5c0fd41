package dev.atelier.stack;

import dev.atelier.backing.kafka.Kafka;
import dev.atelier.backing.keycloak.Keycloak;
import dev.atelier.backing.mail.MailCatcher;
import dev.atelier.backing.mongo.MongoDb;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Environment variables of the services: the addresses of the stack's parts and the current secrets. */
record ServiceEnvironment(
        StackPorts ports,
        Map<String, String> more,
        Supplier<InstallationSecrets> currentSecrets,
        MongoDb mongo,
        Kafka kafka,
        MailCatcher mail,
        String keycloakUrl) {

    /** Returns the variables of a service, without its port. */
    Map<String, String> of(ServiceDefinition serviceDefinition) {
        var secrets = currentSecrets.get();
        var variables = new TreeMap<String, String>();
        // Other machines cannot reach the stack.
        variables.put("SERVER_ADDRESS", "127.0.0.1");
        variables.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        variables.put("ATELIER_ISSUER_URI", keycloakUrl + "/realms/" + Keycloak.REALM);
        variables.put("ATELIER_PUBLIC_URL", "http://127.0.0.1:" + ports.of("gateway"));
        for (var other : ServiceDefinition.ALL) {
            if (!other.isGateway()) {
                variables.put("ATELIER_SERVICES_" + other.variable(), addresses(other.name()));
            }
        }
        // Without a second instance there is no need to wait until load balancers notice the stop.
        variables.put("ATELIER_WEB_DRAIN", ports.seconds().isEmpty() ? "0s" : "1s");
        if (!serviceDefinition.isGateway()) {
            variables.put("SPRING_MONGODB_URI", mongo.uri(serviceDefinition.database()));
            variables.put("ATELIER_CLIENT_SECRET", secrets.clientSecrets().getOrDefault(serviceDefinition.name(), ""));
            variables.put("ATELIER_MASTER_KEY", secrets.masterKey());
        }
        switch (serviceDefinition.name()) {
            case "identity-service" -> variables.put("ATELIER_KEYCLOAK_URL", keycloakUrl);
            // For a model server on this machine.
            case "agent-run-service" -> variables.put("ATELIER_MODELS_ALLOW_PRIVATE_NETWORKS", "127.0.0.0/8,::1/128");
            case "notification-service" -> {
                variables.put("SPRING_MAIL_HOST", mail.smtpHost());
                variables.put("SPRING_MAIL_PORT", String.valueOf(mail.smtpPort()));
                variables.put("ATELIER_MAIL_OPERATORS", secrets.operatorEmail());
                // For webhook consumers on this machine.
                variables.put("ATELIER_WEBHOOKS_ALLOW_PRIVATE_NETWORKS", "127.0.0.0/8");
            }
            default -> {
                // No variables of its own.
            }
        }
        variables.putAll(more);
        return variables;
    }

    private String addresses(String service) {
        var first = "http://127.0.0.1:" + ports.of(service);
        var second = ports.seconds().get(service);
        return second == null ? first : first + ",http://127.0.0.1:" + second;
    }
}
