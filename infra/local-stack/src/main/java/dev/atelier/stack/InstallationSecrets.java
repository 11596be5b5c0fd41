package dev.atelier.stack;

import dev.atelier.backing.keycloak.RealmSettings;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The secrets that an installation generates at its first start.
 *
 * @param masterKey 32 bytes in base64; during a rotation the new one and the earlier ones, separated by commas
 * @param clientSecrets by client id
 * @param smtpPort port to which Keycloak sends mails; the realm keeps it from its import on
 */
public record InstallationSecrets(
        String masterKey,
        String operatorEmail,
        String operatorPassword,
        Map<String, String> clientSecrets,
        int smtpPort) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String CLIENT = "client-secret.";

    public InstallationSecrets {
        clientSecrets = Map.copyOf(clientSecrets);
    }

    /** Reads the secrets of the folder; generates them, readable by their owner alone, if there are none. */
    public static InstallationSecrets of(Path directory, int smtpPort) {
        return kept(directory).orElseGet(() -> {
            var made = make(smtpPort);
            file(directory).write(made.toMap());
            return made;
        });
    }

    /** Reads the current secrets of the folder; empty if there are none. */
    public static Optional<InstallationSecrets> kept(Path directory) {
        return Optional.of(file(directory).read())
                .filter(kept -> !kept.isEmpty())
                .map(InstallationSecrets::parse);
    }

    static PrivatePropertiesFile file(Path directory) {
        return new PrivatePropertiesFile(directory.resolve("secrets.properties"));
    }

    private static InstallationSecrets make(int smtpPort) {
        return new InstallationSecrets(
                MasterKeys.ofNewKey().setting(),
                "operator@atelier.example",
                random(),
                RealmSettings.CONFIDENTIAL_CLIENTS.stream().collect(Collectors.toMap(client -> client, _ -> random())),
                smtpPort);
    }

    private static InstallationSecrets parse(Map<String, String> kept) {
        var clients = kept.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(CLIENT))
                .collect(Collectors.toMap(entry -> entry.getKey().substring(CLIENT.length()), Map.Entry::getValue));
        return new InstallationSecrets(
                kept.getOrDefault(MasterKeyFile.NAME, ""),
                kept.getOrDefault("operator.email", ""),
                kept.getOrDefault("operator.password", ""),
                clients,
                Integer.parseInt(kept.getOrDefault("smtp-port", "0")));
    }

    private Map<String, String> toMap() {
        var map = new TreeMap<>(Map.of(
                MasterKeyFile.NAME,
                masterKey,
                "operator.email",
                operatorEmail,
                "operator.password",
                operatorPassword,
                "smtp-port",
                String.valueOf(smtpPort)));
        clientSecrets.forEach((client, secret) -> map.put(CLIENT + client, secret));
        return map;
    }

    /** Returns the settings of the realm for Keycloak's first start. */
    public RealmSettings realm(String smtpHost, String publicUrl) {
        return new RealmSettings(smtpHost, smtpPort, publicUrl, operatorEmail, operatorPassword, clientSecrets);
    }

    /** 24 letters, digits, - and _: 144 bits. */
    static String random() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(18));
    }

    static byte[] bytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** Contains no secret, because of logs. */
    @Override
    public String toString() {
        return "Secrets";
    }
}
