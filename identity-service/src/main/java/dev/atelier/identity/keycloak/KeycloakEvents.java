package dev.atelier.identity.keycloak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.atelier.events.id.TypedIds;
import dev.atelier.events.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** Reads Keycloak's stored events, oldest first. */
@Component
public class KeycloakEvents {
    private static final Pattern USER_PATH = Pattern.compile("users/([0-9a-f-]{36})(/.*)?");
    private static final ParameterizedTypeReference<List<Stored>> STORED = new ParameterizedTypeReference<>() {};

    private static final String SIGN_IN = "LOGIN";

    private final KeycloakHttp keycloak;

    KeycloakEvents(KeycloakHttp keycloak) {
        this.keycloak = keycloak;
    }

    /** The two kinds of events that Keycloak keeps, and which of each concern us. */
    public enum Stream {
        /** What people did themselves. */
        EVENTS("/events?type=LOGIN&type=REGISTER&type=VERIFY_EMAIL&type=UPDATE_EMAIL&type=UPDATE_PROFILE"),
        /** What was done to them by the admin API and console. */
        ADMIN_EVENTS("/admin-events?resourceTypes=USER&operationTypes=CREATE&operationTypes=UPDATE");

        private final String query;

        Stream(String query) {
            this.query = query;
        }
    }

    /** A page as Keycloak gave it out: how long it was says whether there may be more. */
    public record Batch(List<KeycloakEvent> events, int length) {}

    public Batch read(Stream stream, Instant from, int first, int max) {
        var stored = keycloak.ask(http -> http.get()
                .uri(
                        stream.query + "&direction=asc&dateFrom={from}&first={first}&max={max}",
                        from.toEpochMilli(),
                        first,
                        max)
                .retrieve()
                .requiredBody(STORED));
        return new Batch(
                stored.stream().flatMap(event -> event.about().stream()).toList(), stored.size());
    }

    /** The part that we need of an {@code EventRepresentation} or {@code AdminEventRepresentation}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Stored(
            String id,
            long time,
            @Nullable String type,
            @Nullable String userId,
            @Nullable String resourcePath) {

        Optional<KeycloakEvent> about() {
            return user().map(user -> new KeycloakEvent(id, Instant.ofEpochMilli(time), user, SIGN_IN.equals(type)));
        }

        private Optional<UserId> user() {
            if (userId != null) {
                return Optional.of(TypedIds.parse(UserId.class, userId));
            }
            var path = USER_PATH.matcher(resourcePath == null ? "" : resourcePath);
            return path.matches() ? Optional.of(TypedIds.parse(UserId.class, path.group(1))) : Optional.empty();
        }
    }
}
