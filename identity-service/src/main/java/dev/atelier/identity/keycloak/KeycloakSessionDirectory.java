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

/** People's sessions in Keycloak, by the part of its admin API that we add to it. */
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
                .map(KeycloakSession::signIn)
                .toList();
    }

    @Override
    public void end(UserId person, String session) {
        ask(http -> http.delete()
                .uri("/atelier-sessions/{person}/{session}", person, session)
                .retrieve()
                .toBodilessEntity());
    }

    @Override
    public void endAll(UserId person) {
        ask(http -> http.delete()
                .uri("/atelier-sessions/{person}", person)
                .retrieve()
                .toBodilessEntity());
    }

    /** Our part answers 404 to nothing: who gets one talks to a Keycloak without it, and nothing has ended there. */
    private <T> T ask(Function<RestClient, T> question) {
        try {
            return keycloak.ask(question);
        } catch (HttpClientErrorException e) {
            log.error(
                    "Keycloak answers {} about sessions: is keycloak-pages.jar among its providers?",
                    e.getStatusCode());
            throw new DirectoryUnavailable();
        }
    }
}
