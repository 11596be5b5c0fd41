package dev.atelier.identity.keycloak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

/**
 * Adds this service's own token to each request to the admin API, by client credentials. The token is cached until
 * shortly before it expires, and fetched again once where Keycloak rejects it (after a restart with other keys).
 */
final class ServiceTokenInterceptor implements ClientHttpRequestInterceptor {
    private static final Duration EARLY = Duration.ofSeconds(15);

    private final RestClient http;
    private final KeycloakSettings settings;
    private final Clock clock;
    private @Nullable CachedToken token;

    ServiceTokenInterceptor(RestClient http, KeycloakSettings settings, Clock clock) {
        this.http = http;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        var used = current();
        request.getHeaders().setBearerAuth(used.value());
        var response = execution.execute(request, body);
        if (response.getStatusCode() != HttpStatus.UNAUTHORIZED) {
            return response;
        }
        response.close();
        drop(used);
        request.getHeaders().setBearerAuth(current().value());
        return execution.execute(request, body);
    }

    private synchronized CachedToken current() {
        if (token == null || !clock.instant().isBefore(token.until())) {
            token = fetch();
        }
        return token;
    }

    private synchronized void drop(CachedToken refused) {
        if (refused.equals(token)) {
            token = null;
        }
    }

    private CachedToken fetch() {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "client_credentials");
        form.add("client_id", settings.clientId());
        form.add("client_secret", settings.clientSecret());
        var asked = clock.instant();
        var tokenEndpointResponse = Objects.requireNonNull(http.post()
                .uri("/realms/{realm}/protocol/openid-connect/token", settings.realm())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(TokenEndpointResponse.class));
        return new CachedToken(
                tokenEndpointResponse.accessToken(),
                asked.plusSeconds(tokenEndpointResponse.expiresIn()).minus(EARLY));
    }

    private record CachedToken(String value, Instant until) {
        @Override
        public String toString() {
            return "token until " + until;
        }
    }

    /** The needed fields of RFC 6749, section 5.1. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record TokenEndpointResponse(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresIn) {}
}
