package dev.atelier.identity.keycloak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.atelier.identity.account.DirectoryUnavailable;
import dev.atelier.identity.serviceaccount.exchange.TokenIssuer;
import dev.atelier.kit.scope.Scope;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/** Tokens signed by Keycloak for accounts that it does not know, by the part of its admin API that we add to it. */
@Component
class KeycloakTokens implements TokenIssuer {
    private static final Logger log = LoggerFactory.getLogger(KeycloakTokens.class);

    private final KeycloakHttp keycloak;

    KeycloakTokens(KeycloakHttp keycloak) {
        this.keycloak = keycloak;
    }

    @Override
    public String issue(Order order) {
        try {
            return keycloak.ask(http -> http.post()
                            .uri("/atelier-service-account-tokens")
                            .contentType(MediaType.APPLICATION_JSON)
                            .body(Wanted.of(order))
                            .retrieve()
                            .requiredBody(Issued.class))
                    .token();
        } catch (HttpClientErrorException e) {
            log.error(
                    "Keycloak answers {} about a token: is keycloak-pages.jar among its providers, and do its tokens live as long as atelier.session.access-token-life says?",
                    e.getStatusCode());
            throw new DirectoryUnavailable();
        }
    }

    private record Wanted(UUID account, UUID workspace, UUID session, List<String> scopes, long seconds) {
        static Wanted of(Order order) {
            return new Wanted(
                    order.account().value(),
                    order.workspace().value(),
                    order.session(),
                    order.scopes().stream().sorted().map(Scope::text).toList(),
                    order.life().toSeconds());
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Issued(String token) {
        @Override
        public String toString() {
            return "Issued";
        }
    }
}
