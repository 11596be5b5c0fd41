package dev.atelier.identity.keycloak;

import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.DirectoryUnavailable;
import dev.atelier.identity.session.DirectorySession;
import dev.atelier.identity.session.SessionDirectory;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Reads and ends people's sessions through Atelier's extension of Keycloak's admin API. */
@Component
class KeycloakSessionDirectory implements SessionDirectory {
    private static final Logger log = LoggerFactory.getLogger(KeycloakSessionDirectory.class);
    private static final ParameterizedTypeReference<List<KeycloakSession>> SESSIONS =
            new ParameterizedTypeReference<>() {};

    private final KeycloakAdminClient keycloak;

    KeycloakSessionDirectory(KeycloakAdminClient keycloak) {
        this.keycloak = keycloak;
    }

    @Override
    public List<DirectorySession> of(UserId person) {
        return ask(http -> http.get()
                        .uri("/atelier-sessions/{person}", person)
                        .retrieve()
                        .requiredBody(SESSIONS))
                .stream()
                .map(KeycloakSession::toDirectorySession)
                .toList();
    }

    @Override
    public void terminate(UserId person, String session) {
        ask(http -> http.delete()
                .uri("/atelier-sessions/{person}/{session}", person, session)
                .retrieve()
                .toBodilessEntity());
    }

    @Override
    public void terminateAll(UserId person) {
        ask(http -> http.delete()
                .uri("/atelier-sessions/{person}", person)
                .retrieve()
                .toBodilessEntity());
    }

    /** The extension never answers 404: a 404 means that it is not installed, and that no session was ended. */
    private <T> T ask(Function<RestClient, T> question) {
        try {
            return keycloak.call(question);
        } catch (HttpClientErrorException e) {
            log.error(
                    "Keycloak answered {} to a request for sessions: is keycloak-pages.jar among its providers?",
                    e.getStatusCode());
            throw new DirectoryUnavailable();
        }
    }
}
