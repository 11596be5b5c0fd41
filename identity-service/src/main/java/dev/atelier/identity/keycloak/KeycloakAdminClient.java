package dev.atelier.identity.keycloak;

import dev.atelier.identity.account.DirectoryUnavailable;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Calls the admin API of the realm. Every failure to get an answer becomes one {@link DirectoryUnavailable}. */
@Component
class KeycloakAdminClient {
    private static final Logger log = LoggerFactory.getLogger(KeycloakAdminClient.class);

    private final RestClient realm;

    KeycloakAdminClient(RestClient.Builder builder, KeycloakSettings settings, Clock clock) {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(settings.timeout()).build());
        requests.setReadTimeout(settings.timeout());
        var plain = builder.clone()
                .requestFactory(requests)
                .baseUrl(settings.url().toString())
                .build();
        this.realm = plain.mutate()
                .baseUrl(settings.url() + "/admin/realms/" + settings.realm())
                .requestInterceptor(new ServiceTokenInterceptor(plain, settings, clock))
                .build();
    }

    /**
     * Sends a request.
     *
     * @throws DirectoryUnavailable where there is no answer, or one that only other settings can fix
     * @throws HttpClientErrorException.NotFound where the resource does not exist
     * @throws HttpClientErrorException.BadRequest where Keycloak rejects the content
     * @throws HttpClientErrorException.Conflict where another user has the same address
     */
    <T> T call(Function<RestClient, T> question) {
        try {
            return question.apply(realm);
        } catch (HttpClientErrorException.NotFound
                | HttpClientErrorException.BadRequest
                | HttpClientErrorException.Conflict e) {
            throw e;
        } catch (HttpClientErrorException e) {
            log.error("Keycloak answered {}: check the client's secret and its roles.", e.getStatusCode());
            throw new DirectoryUnavailable();
        } catch (RestClientException e) {
            log.debug("Keycloak did not answer.", e);
            throw new DirectoryUnavailable();
        }
    }
}
