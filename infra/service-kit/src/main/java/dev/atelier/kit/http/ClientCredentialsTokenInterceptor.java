package dev.atelier.kit.http;

import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.ResourceAccessException;

/**
 * Adds this service's own access token to every request; fetches the token for the first request and again before it
 * expires.
 */
final class ClientCredentialsTokenInterceptor implements ClientHttpRequestInterceptor {
    private static final String REGISTRATION = "atelier";

    private final AuthorizedClientServiceOAuth2AuthorizedClientManager clients;
    private final OAuth2AuthorizeRequest request;

    ClientCredentialsTokenInterceptor(URI issuer, String clientId, String secret) {
        var registrations = new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(registration(issuer, clientId, secret)));
        clients = new AuthorizedClientServiceOAuth2AuthorizedClientManager(
                registrations, new InMemoryOAuth2AuthorizedClientService(registrations));
        request = OAuth2AuthorizeRequest.withClientRegistrationId(REGISTRATION)
                .principal(clientId)
                .build();
    }

    private static ClientRegistration registration(URI issuer, String clientId, String secret) {
        return ClientRegistrations.fromIssuerLocation(issuer.toString())
                .registrationId(REGISTRATION)
                .clientId(clientId)
                .clientSecret(secret)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .build();
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest question, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        question.getHeaders().setBearerAuth(token());
        return execution.execute(question, body);
    }

    private String token() {
        try {
            var client = clients.authorize(request);
            if (client != null) {
                return client.getAccessToken().getTokenValue();
            }
        } catch (OAuth2AuthorizationException | IllegalArgumentException e) {
            // Spring throws the second one where the issuer's metadata cannot be read.
            throw new ResourceAccessException("the issuer did not issue a token", new IOException(e));
        }
        throw new IllegalStateException("the issuer issues no token for this service");
    }
}
