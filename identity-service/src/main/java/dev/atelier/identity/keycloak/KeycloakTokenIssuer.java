package dev.atelier.identity.keycloak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.atelier.identity.account.DirectoryUnavailable;
import dev.atelier.identity.serviceaccount.token.TokenIssuer;
import dev.atelier.kit.scope.ApiScope;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/** Issues tokens for service accounts, which Keycloak does not know, through Atelier's extension of its admin API. */
@Component
class KeycloakTokenIssuer implements TokenIssuer {
    private static final Logger log = LoggerFactory.getLogger(KeycloakTokenIssuer.class);

    private final KeycloakAdminClient keycloak;

    KeycloakTokenIssuer(KeycloakAdminClient keycloak) {
        this.keycloak = keycloak;
    }

    @Override
    public String issue(TokenClaims tokenClaims) {
        try {
            return keycloak.call(http -> http.post()
                            .uri("/atelier-service-account-tokens")
                            .contentType(MediaType.APPLICATION_JSON)
                            .body(TokenIssueRequest.of(tokenClaims))
                            .retrieve()
                            .requiredBody(TokenIssueResponse.class))
                    .token();
        } catch (HttpClientErrorException e) {
            log.error(
                    "Keycloak answered {} to a token request: is keycloak-pages.jar among its providers, and do its "
                            + "tokens live as long as atelier.session.access-token-life says?",
                    e.getStatusCode());
            throw new DirectoryUnavailable();
        }
    }

    private record TokenIssueRequest(UUID account, UUID workspace, UUID session, List<String> scopes, long seconds) {
        static TokenIssueRequest of(TokenClaims tokenClaims) {
            return new TokenIssueRequest(
                    tokenClaims.account().value(),
                    tokenClaims.workspace().value(),
                    tokenClaims.session(),
                    tokenClaims.scopes().stream().sorted().map(ApiScope::text).toList(),
                    tokenClaims.life().toSeconds());
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record TokenIssueResponse(String token) {
        @Override
        public String toString() {
            return "Issued";
        }
    }
}
