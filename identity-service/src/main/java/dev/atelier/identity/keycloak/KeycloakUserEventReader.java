package dev.atelier.identity.keycloak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.atelier.events.id.TypedIdFactory;
import dev.atelier.events.id.UserId;
import dev.atelier.identity.keycloak.KeycloakUserEvent.SessionEnded;
import dev.atelier.identity.keycloak.KeycloakUserEvent.SessionsEnded;
import dev.atelier.identity.keycloak.KeycloakUserEvent.UserChanged;
import dev.atelier.identity.keycloak.KeycloakUserEvent.UserSignedIn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** Reads Keycloak's stored events about people, oldest first. */
@Component
public class KeycloakUserEventReader {
    private static final Pattern USER_PATH = Pattern.compile("users/([0-9a-f-]{36})(/.*)?");
    private static final ParameterizedTypeReference<List<RawKeycloakEvent>> STORED =
            new ParameterizedTypeReference<>() {};

    private static final Pattern SESSION_PATH = Pattern.compile("sessions/([A-Za-z0-9_.-]{1,64})");
    private static final String SIGN_IN = "LOGIN";
    private static final String SIGN_OUT = "LOGOUT";
    private static final String LOGOUT_PATH = "/logout";
    private static final String ACTION = "ACTION";

    private final KeycloakAdminClient keycloak;

    KeycloakUserEventReader(KeycloakAdminClient keycloak) {
        this.keycloak = keycloak;
    }

    /** The two kinds of events that Keycloak stores, with the query for the relevant ones. */
    public enum KeycloakEventStream {
        /** What people did themselves. */
        EVENTS("/events?type=LOGIN&type=LOGOUT&type=REGISTER&type=VERIFY_EMAIL&type=UPDATE_EMAIL&type=UPDATE_PROFILE"),
        /** What administrators did with the admin API or the console. */
        ADMIN_EVENTS("/admin-events?resourceTypes=USER&resourceTypes=USER_SESSION"
                + "&operationTypes=CREATE&operationTypes=UPDATE&operationTypes=ACTION&operationTypes=DELETE");

        private final String query;

        KeycloakEventStream(String query) {
            this.query = query;
        }
    }

    /**
     * The relevant events of a page.
     *
     * @param length of the whole page; shorter than requested means that it is the last
     */
    public record KeycloakEventBatch(List<KeycloakUserEvent> events, int length) {}

    public KeycloakEventBatch read(KeycloakEventStream stream, Instant from, int first, int max) {
        var stored = keycloak.call(http -> http.get()
                .uri(
                        stream.query + "&direction=asc&dateFrom={from}&first={first}&max={max}",
                        from.toEpochMilli(),
                        first,
                        max)
                .retrieve()
                .requiredBody(STORED));
        return new KeycloakEventBatch(
                stored.stream().flatMap(event -> event.about().stream()).toList(), stored.size());
    }

    /** The needed fields of an {@code EventRepresentation} or {@code AdminEventRepresentation}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record RawKeycloakEvent(
            String id,
            long time,
            @Nullable String type,
            @Nullable String userId,
            @Nullable String sessionId,
            @Nullable String operationType,
            @Nullable String resourcePath) {

        Optional<KeycloakUserEvent> about() {
            var at = Instant.ofEpochMilli(time);
            if (SIGN_OUT.equals(type)) {
                return Optional.ofNullable(sessionId).map(session -> new SessionEnded(id, at, session));
            }
            var session = SESSION_PATH.matcher(path());
            if (session.matches()) {
                return Optional.of(new SessionEnded(id, at, session.group(1)));
            }
            return user().flatMap(user -> about(user, at));
        }

        private Optional<KeycloakUserEvent> about(UserId user, Instant at) {
            if (SIGN_IN.equals(type)) {
                return Optional.of(new UserSignedIn(id, at, user));
            }
            if (ACTION.equals(operationType)) {
                return path().endsWith(LOGOUT_PATH) ? Optional.of(new SessionsEnded(id, at, user)) : Optional.empty();
            }
            return Optional.of(new UserChanged(id, at, user));
        }

        private Optional<UserId> user() {
            if (userId != null) {
                return Optional.of(TypedIdFactory.parse(UserId.class, userId));
            }
            var path = USER_PATH.matcher(path());
            return path.matches() ? Optional.of(TypedIdFactory.parse(UserId.class, path.group(1))) : Optional.empty();
        }

        private String path() {
            return resourcePath == null ? "" : resourcePath;
        }
    }
}
