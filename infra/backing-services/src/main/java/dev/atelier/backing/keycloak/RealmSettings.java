package dev.atelier.backing.keycloak;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the realm file leaves open; read at the first start only.
 *
 * @param smtpPort of the server that sends verifications and password resets, without encryption or login
 * @param publicUrl the gateway's address, to which the web client may return
 * @param clientSecrets by client id, one for each of {@link #CONFIDENTIAL_CLIENTS}
 */
public record RealmSettings(
        String smtpHost,
        int smtpPort,
        String publicUrl,
        String operatorEmail,
        String operatorPassword,
        Map<String, String> clientSecrets) {

    /** The services that get tokens of their own. */
    public static final List<String> CONFIDENTIAL_CLIENTS = List.of(
            "identity-service", "workspace-service", "agent-run-service", "report-service", "notification-service");

    public RealmSettings {
        clientSecrets = Map.copyOf(clientSecrets);
        for (var client : CONFIDENTIAL_CLIENTS) {
            if (clientSecrets.getOrDefault(client, "").length() < 16) {
                throw new IllegalArgumentException("the secret of " + client + " has fewer than 16 characters");
            }
        }
        if (operatorPassword.length() < 12) {
            throw new IllegalArgumentException("the operator's password has fewer than 12 characters");
        }
    }

    /** The secret of one of {@link #CONFIDENTIAL_CLIENTS}. */
    public String clientSecret(String client) {
        var secret = clientSecrets.get(client);
        if (secret == null) {
            throw new IllegalArgumentException(client + " has no secret");
        }
        return secret;
    }

    /** The variables that the realm file names. */
    Map<String, String> environment() {
        var variables = new TreeMap<>(Map.of(
                "ATELIER_SMTP_HOST", smtpHost,
                "ATELIER_SMTP_PORT", String.valueOf(smtpPort),
                "ATELIER_PUBLIC_URL", publicUrl,
                "ATELIER_OPERATOR_EMAIL", operatorEmail,
                "ATELIER_OPERATOR_PASSWORD", operatorPassword));
        // On one machine it stays where it was generated, in a file of the owner's alone.
        variables.put("ATELIER_OPERATOR_PASSWORD_TEMPORARY", "false");
        clientSecrets.forEach((client, secret) -> variables.put(variable(client), secret));
        return variables;
    }

    private static String variable(String client) {
        return "ATELIER_CLIENT_SECRET_"
                + client.replace("-service", "").replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
