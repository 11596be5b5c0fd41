package dev.atelier.keycloak.admin;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.device.DeviceActivityManager;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.SessionExpirationUtils;
import org.keycloak.representations.account.DeviceRepresentation;

/**
 * A session as it leaves Keycloak; times are seconds of the epoch.
 *
 * @param os its family, {@code Windows}; null where the browser did not say
 * @param browser its family, {@code Firefox}; null where it did not say
 * @param network see {@link CoarseNetwork}; the address itself stays here
 * @param idleEnd when it ends if it is not used again
 * @param end when it ends however much it is used; null where nothing but idleness ends it
 * @param clients the ids of those it signed in to
 */
public record UserSessionDetails(
        String id,
        @Nullable String os,
        @Nullable String browser,
        boolean mobile,
        @Nullable String network,
        long started,
        long lastAccess,
        long idleEnd,
        @Nullable Long end,
        List<String> clients) {
    private static final String COMMAND_LINE = "atelier-command-line";

    static UserSessionDetails of(UserSessionModel session, RealmModel realm) {
        var device = Optional.ofNullable(DeviceActivityManager.getCurrentDevice(session));
        return new UserSessionDetails(
                session.getId(),
                device.map(DeviceRepresentation::getOs)
                        .flatMap(UserSessionDetails::family)
                        .orElse(null),
                device.map(DeviceRepresentation::getBrowser)
                        .flatMap(UserSessionDetails::family)
                        .orElseGet(() -> ownProgram(clients(session, realm))),
                device.map(DeviceRepresentation::isMobile).orElse(false),
                CoarseNetwork.of(session.getIpAddress()),
                session.getStarted(),
                session.getLastSessionRefresh(),
                idleEnd(session, realm),
                end(session, realm),
                clients(session, realm));
    }

    /** Without the version; what Keycloak's parser does not know it calls other or unknown. */
    static Optional<String> family(String text) {
        var name = text.split("/", 2)[0].strip();
        return Optional.of(name)
                .filter(known -> !known.isEmpty()
                        && !known.equalsIgnoreCase("Other")
                        && !known.equalsIgnoreCase(DeviceRepresentation.UNKNOWN));
    }

    /** The parser of browsers' names knows none of ours. */
    static @Nullable String ownProgram(List<String> clients) {
        return clients.contains(COMMAND_LINE) ? "Atelier command line" : null;
    }

    private static long idleEnd(UserSessionModel session, RealmModel realm) {
        return SessionExpirationUtils.calculateUserSessionIdleTimestamp(
                        session.isOffline(), session.isRememberMe(), session.getLastSessionRefresh() * 1000L, realm)
                / 1000;
    }

    private static @Nullable Long end(UserSessionModel session, RealmModel realm) {
        var end = SessionExpirationUtils.calculateUserSessionMaxLifespanTimestamp(
                session.isOffline(), session.isRememberMe(), session.getStarted() * 1000L, realm);
        return end < 0 ? null : end / 1000;
    }

    private static List<String> clients(UserSessionModel session, RealmModel realm) {
        return session.getAuthenticatedClientSessions().keySet().stream()
                .flatMap(id -> Optional.ofNullable(realm.getClientById(id)).stream())
                .map(ClientModel::getClientId)
                .sorted()
                .toList();
    }
}
