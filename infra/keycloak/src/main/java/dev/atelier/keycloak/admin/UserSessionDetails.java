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
 * A session as the resource returns it; times in seconds of the epoch.
 *
 * @param os family of the operating system, {@code Windows}; null if the browser did not send it
 * @param browser family of the browser, {@code Firefox}; null if it did not send it
 * @param network see {@link CoarseNetwork}; the address itself is not returned
 * @param idleEnd when it expires if it is not used again
 * @param end when it expires even if it is used; null if it expires only when idle
 * @param clients ids of the clients that the session is signed in to
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

    /** Removes the version; Keycloak's parser calls unknown families other or unknown. */
    static Optional<String> family(String text) {
        var name = text.split("/", 2)[0].strip();
        return Optional.of(name)
                .filter(known -> !known.isEmpty()
                        && !known.equalsIgnoreCase("Other")
                        && !known.equalsIgnoreCase(DeviceRepresentation.UNKNOWN));
    }

    /** Recognises our own client, which Keycloak's parser of user agents does not know. */
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
