package dev.atelier.identity.keycloak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.AddressTaken;
import dev.atelier.identity.account.DirectoryUser;
import dev.atelier.identity.account.UserDirectory;
import dev.atelier.kit.problem.InvalidInput;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/** Manages people through Keycloak's admin API. */
@Component
public class KeycloakUserDirectory implements UserDirectory {
    private static final ParameterizedTypeReference<List<KeycloakUser>> USERS = new ParameterizedTypeReference<>() {};

    private final KeycloakAdminClient keycloak;

    KeycloakUserDirectory(KeycloakAdminClient keycloak) {
        this.keycloak = keycloak;
    }

    @Override
    public Optional<DirectoryUser> find(UserId id) {
        try {
            var user = keycloak.call(
                    http -> http.get().uri("/users/{id}", id).retrieve().requiredBody(KeycloakUser.class));
            return Optional.of(user).filter(found -> !found.isService()).map(KeycloakUser::toDirectoryUser);
        } catch (HttpClientErrorException.NotFound e) {
            return Optional.empty();
        }
    }

    /**
     * Returns a page of users, ordered by user name; a registration in the meantime may move others to the next page.
     */
    public List<DirectoryUser> list(int first, int max) {
        return keycloak
                .call(http -> http.get()
                        .uri("/users?first={first}&max={max}&briefRepresentation=false", first, max)
                        .retrieve()
                        .requiredBody(USERS))
                .stream()
                .map(KeycloakUser::toDirectoryUser)
                .toList();
    }

    @Override
    public void rename(UserId id, String firstName, String lastName) {
        try {
            update(id, Map.of("firstName", firstName, "lastName", lastName));
        } catch (HttpClientErrorException.BadRequest e) {
            var field = Optional.ofNullable(e.getResponseBodyAs(KeycloakFieldError.class))
                    .flatMap(KeycloakFieldError::first);
            throw InvalidInput.of(field.orElse("firstName"), "must be a name that Keycloak takes");
        }
    }

    /** The address is also the user name. */
    @Override
    public void changeEmail(UserId id, String email) {
        try {
            update(id, Map.of("email", email, "username", email, "emailVerified", true));
        } catch (HttpClientErrorException.Conflict e) {
            throw new AddressTaken();
        } catch (HttpClientErrorException.BadRequest e) {
            throw InvalidInput.of("email", "must be an address that Keycloak takes");
        }
    }

    /** Disables the user and ends all their sessions, which disabling alone does not do. */
    public void disable(UserId id) {
        update(id, Map.of("enabled", false));
        keycloak.call(
                http -> http.post().uri("/users/{id}/logout", id).retrieve().toBodilessEntity());
    }

    public void enable(UserId id) {
        update(id, Map.of("enabled", true));
    }

    /** Updates the given fields only. */
    void update(UserId id, Map<String, Object> fields) {
        Objects.requireNonNull(keycloak.call(http -> http.put()
                .uri("/users/{id}", id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(fields)
                .retrieve()
                .toBodilessEntity()));
    }

    /** Keycloak's description of a rejected field. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record KeycloakFieldError(
            @Nullable String field, @Nullable List<KeycloakFieldError> errors) {
        /** The first rejected field. Keycloak answers a list for several, and an object for a single one. */
        Optional<String> first() {
            return Optional.ofNullable(field)
                    .or(() -> Optional.ofNullable(errors).stream()
                            .flatMap(List::stream)
                            .flatMap(one -> one.first().stream())
                            .findFirst());
        }
    }
}
