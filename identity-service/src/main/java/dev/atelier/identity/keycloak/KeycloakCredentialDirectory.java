package dev.atelier.identity.keycloak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.AddressTaken;
import dev.atelier.identity.recovery.CredentialDirectory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/** Manages people's credentials through Keycloak's admin API. */
@Component
class KeycloakCredentialDirectory implements CredentialDirectory {
    private static final String NEW_PASSWORD = "UPDATE_PASSWORD";
    private static final ParameterizedTypeReference<List<KeycloakCredential>> CREDENTIALS =
            new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<List<FederatedIdentity>> IDENTITIES =
            new ParameterizedTypeReference<>() {};

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakCredentialDirectory.class);

    private final KeycloakAdminClient keycloak;
    private final KeycloakUserDirectory users;

    KeycloakCredentialDirectory(KeycloakAdminClient keycloak, KeycloakUserDirectory users) {
        this.keycloak = keycloak;
        this.users = users;
    }

    /** Deletes credentials one by one, as Keycloak cannot delete all at once. */
    @Override
    public void removeAll(UserId person, @Nullable String address) {
        users.disable(person);
        for (var credential : of(person)) {
            remove(person, "credentials", credential.id());
        }
        var identities = keycloak.call(http -> http.get()
                .uri("/users/{id}/federated-identity", person)
                .retrieve()
                .requiredBody(IDENTITIES));
        for (var identity : identities) {
            remove(person, "federated-identity", identity.identityProvider());
        }
        var fields = new HashMap<String, Object>(Map.of("requiredActions", List.of(NEW_PASSWORD)));
        if (address != null) {
            fields.putAll(Map.of("email", address, "username", address, "emailVerified", true));
        }
        try {
            users.update(person, fields);
        } catch (HttpClientErrorException.Conflict e) {
            throw new AddressTaken();
        }
    }

    @Override
    public void sendSetupLink(UserId person, Duration validity) {
        users.enable(person);
        keycloak.call(http -> http.put()
                .uri("/users/{id}/execute-actions-email?lifespan={seconds}", person, validity.toSeconds())
                .contentType(MediaType.APPLICATION_JSON)
                .body(List.of(NEW_PASSWORD))
                .retrieve()
                .toBodilessEntity());
    }

    @Override
    public boolean hasAny(UserId person) {
        return !of(person).isEmpty();
    }

    private List<KeycloakCredential> of(UserId person) {
        return keycloak.call(http ->
                http.get().uri("/users/{id}/credentials", person).retrieve().requiredBody(CREDENTIALS));
    }

    /** Deletes one; does nothing where it does not exist. */
    private void remove(UserId person, String kind, String which) {
        try {
            keycloak.call(http -> http.delete()
                    .uri("/users/{id}/{kind}/{which}", person, kind, which)
                    .retrieve()
                    .toBodilessEntity());
        } catch (HttpClientErrorException.NotFound e) {
            LOG.debug("It is deleted already.", e);
        }
    }

    /** The needed fields of a {@code CredentialRepresentation}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record KeycloakCredential(String id) {}

    /** The needed fields of a {@code FederatedIdentityRepresentation}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record FederatedIdentity(String identityProvider) {}
}
