package dev.atelier.backing.keycloak;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The variables of the realm file; used at the first start only.
 *
 * @param smtpPort port of the server for verification and password mails, without encryption or login
 * @param publicUrl address of the gateway, an allowed redirect of the web client
 * @param clientSecrets one secret per client id of {@link #CONFIDENTIAL_CLIENTS}
 */
public record RealmSettings(
        String smtpHost,
        int smtpPort,
        String publicUrl,
        String operatorEmail,
        String operatorPassword,
        Map<String, String> clientSecrets) {

    /** The clients of the services, which get tokens of their own. */
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

    /** Returns the secret of one of {@link #CONFIDENTIAL_CLIENTS}. */
    public String clientSecret(String client) {
        var secret = clientSecrets.get(client);
        if (secret == null) {
            throw new IllegalArgumentException(client + " has no secret");
        }
        return secret;
    }

    /** Returns the variables of the realm file. */
    Map<String, String> environment() {
        var variables = new TreeMap<>(Map.of(
                "ATELIER_SMTP_HOST", smtpHost,
                "ATELIER_SMTP_PORT", String.valueOf(smtpPort),
                "ATELIER_PUBLIC_URL", publicUrl,
                "ATELIER_OPERATOR_EMAIL", operatorEmail,
                "ATELIER_OPERATOR_PASSWORD", operatorPassword));
        // The generated password is in a file that only its owner can read, so it need not be temporary on one machine.
        variables.put("ATELIER_OPERATOR_PASSWORD_TEMPORARY", "false");
        clientSecrets.forEach((client, secret) -> variables.put(variable(client), secret));
        return variables;
    }

    private static String variable(String client) {
        return "ATELIER_CLIENT_SECRET_"
                + client.replace("-service", "").replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
