package dev.atelier.identity.keycloak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.atelier.events.id.TypedIdFactory;
import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.DirectoryUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** Reads Keycloak's events about sign-ins, credentials and administration, oldest first. */
@Component
public class KeycloakAuditReader {
    private static final String PAGE = "?direction=asc&dateFrom={from}&first={first}&max={max}";
    private static final ParameterizedTypeReference<List<UserEvent>> USER_EVENTS =
            new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<List<AdminEvent>> ADMIN_EVENTS =
            new ParameterizedTypeReference<>() {};
    private static final Pattern USER_PATH = Pattern.compile("users/([0-9a-f-]{36})(/.*)?");

    /** Where a request names no client of the realm, Keycloak stores the id as it was sent. */
    private static final Pattern CLIENT = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private static final String UNKNOWN_CLIENT = "client_not_found";

    private final KeycloakAdminClient keycloak;

    KeycloakAuditReader(KeycloakAdminClient keycloak) {
        this.keycloak = keycloak;
    }

    /** The two kinds of events that Keycloak stores. */
    public enum KeycloakAuditStream {
        /** What people did themselves, or was attempted in their name. */
        SIGN_INS,
        /** What administrators did. */
        ADMINISTRATION
    }

    /**
     * Reads a page; one shorter than {@code max} is the last.
     *
     * @throws DirectoryUnavailable where Keycloak does not answer
     */
    public List<KeycloakAuditEvent> read(KeycloakAuditStream stream, Instant from, int first, int max) {
        return switch (stream) {
            case SIGN_INS ->
                ask("/events", USER_EVENTS, from, first, max).stream()
                        .map(UserEvent::note)
                        .toList();
            case ADMINISTRATION ->
                ask("/admin-events", ADMIN_EVENTS, from, first, max).stream()
                        .map(AdminEvent::note)
                        .toList();
        };
    }

    private <T> List<T> ask(String path, ParameterizedTypeReference<List<T>> type, Instant from, int first, int max) {
        return keycloak.call(http -> http.get()
                .uri(path + PAGE, from.toEpochMilli(), first, max)
                .retrieve()
                .requiredBody(type));
    }

    private static @Nullable UserId user(@Nullable String id) {
        try {
            return id == null ? null : TypedIdFactory.parse(UserId.class, id);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable String client(@Nullable String id) {
        return id != null && CLIENT.matcher(id).matches() ? id : null;
    }

    /** The needed fields of an {@code EventRepresentation}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record UserEvent(
            String id,
            long time,
            String type,
            @Nullable String clientId,
            @Nullable String userId,
            @Nullable String ipAddress,
            @Nullable String error,
            @Nullable Map<String, String> details) {

        KeycloakAuditEvent note() {
            var more = details == null ? Map.<String, String>of() : details;
            var person = user(userId == null ? more.get("refresh_token_sub") : userId);
            return new KeycloakAuditEvent(
                    id,
                    Instant.ofEpochMilli(time),
                    type,
                    error,
                    more.get("reason"),
                    more.get("credential_type"),
                    person,
                    null,
                    NetworkPrefix.of(ipAddress),
                    UNKNOWN_CLIENT.equals(error) ? null : client(clientId),
                    person == null ? more.get("username") : null);
        }
    }

    /** The needed fields of an {@code AdminEventRepresentation}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record AdminEvent(
            String id,
            long time,
            String operationType,
            @Nullable String resourceType,
            @Nullable String resourcePath,
            @Nullable String error,
            @Nullable AuthDetails authDetails) {

        KeycloakAuditEvent note() {
            var path = USER_PATH.matcher(resourcePath == null ? "" : resourcePath);
            return new KeycloakAuditEvent(
                    id,
                    Instant.ofEpochMilli(time),
                    resourceType == null ? "UNKNOWN" : resourceType,
                    operationType,
                    error,
                    null,
                    path.matches() ? user(path.group(1)) : null,
                    authDetails == null ? null : user(authDetails.userId),
                    authDetails == null ? null : NetworkPrefix.of(authDetails.ipAddress),
                    authDetails == null ? null : client(authDetails.clientId),
                    null);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record AuthDetails(
            @Nullable String clientId,
            @Nullable String userId,
            @Nullable String ipAddress) {}
}
