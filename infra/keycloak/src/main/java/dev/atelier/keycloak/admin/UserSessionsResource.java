package dev.atelier.keycloak.admin;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * A resource of the admin API that adds what Keycloak's own list of a user's sessions lacks: the device, the expiry
 * times and offline sessions; it does not return the network address. Reading requires {@code view-users}, ending
 * {@code manage-users}. An unknown user has no sessions, so that a 404 means that this resource is missing.
 */
public class UserSessionsResource {
    private final KeycloakSession keycloak;
    private final RealmModel realm;
    private final AdminPermissionEvaluator rights;

    UserSessionsResource(KeycloakSession keycloak, RealmModel realm, AdminPermissionEvaluator rights) {
        this.keycloak = keycloak;
        this.realm = realm;
        this.rights = rights;
    }

    /**
     * A session and an offline session may have the same id: they are returned as one, which ends when the longer one
     * ends.
     */
    @GET
    @Path("{user}")
    @Produces(MediaType.APPLICATION_JSON)
    public Collection<UserSessionDetails> list(@PathParam("user") String id) {
        rights.users().requireView();
        var sessions = new LinkedHashMap<String, UserSessionDetails>();
        user(id).map(this::all)
                .orElse(List.of())
                .forEach(session -> sessions.merge(
                        session.getId(),
                        UserSessionDetails.of(session, realm),
                        (one, other) -> one.idleEnd() >= other.idleEnd() ? one : other));
        return List.copyOf(sessions.values());
    }

    /** Ends a session if it belongs to this user; otherwise does nothing. */
    @DELETE
    @Path("{user}/{session}")
    public void end(@PathParam("user") String id, @PathParam("session") String session) {
        rights.users().requireManage();
        Stream.of(
                        keycloak.sessions().getUserSession(realm, session),
                        keycloak.sessions().getOfflineUserSession(realm, session))
                .filter(Objects::nonNull)
                .filter(found ->
                        found.getUser() != null && found.getUser().getId().equals(id))
                .forEach(this::end);
    }

    /** Ends all sessions and revokes issued refresh tokens. */
    @DELETE
    @Path("{user}")
    public void endAll(@PathParam("user") String id) {
        rights.users().requireManage();
        user(id).ifPresent(user -> {
            keycloak.users().setNotBeforeForUser(realm, user, Math.toIntExact(Time.currentTimeSeconds()));
            all(user).forEach(this::end);
        });
    }

    private void end(UserSessionModel session) {
        AuthenticationManager.backchannelLogout(keycloak, session, true);
    }

    /** Collects the sessions first, because ending one changes the stream that is read. */
    private List<UserSessionModel> all(UserModel user) {
        return Stream.concat(
                        keycloak.sessions().getUserSessionsStream(realm, user),
                        keycloak.sessions().getOfflineUserSessionsStream(realm, user))
                .toList();
    }

    private Optional<UserModel> user(String id) {
        return Optional.ofNullable(keycloak.users().getUserById(realm, id));
    }
}
