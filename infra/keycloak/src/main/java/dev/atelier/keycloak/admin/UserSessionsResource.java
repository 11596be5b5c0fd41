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
 * A part of the admin API. It gives what Keycloak's own list of a user's sessions lacks: the device, the limits, sessions that
 * last without the browser (offline ones); and it keeps back the network address. Reading takes {@code view-users}, ending
 * {@code manage-users}. Somebody unknown has no sessions: a 404 means that this part is missing.
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

    /** A session and an offline one may have the same id: they are one to the person, which lives as long as the longer. */
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

    /** Ends a session where it is this person's; otherwise nothing happens. */
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

    /** Ends all sessions, and voids refresh tokens that are out. */
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

    /** Collected, as ending one changes what is being read. */
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
