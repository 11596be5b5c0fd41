package dev.atelier.kit.http;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;

class ClientCredentialsTokenInterceptorTest {
    private static final URI NOBODY = URI.create("http://127.0.0.1:1/realms/atelier");

    private final ClientCredentialsTokenInterceptor tokens =
            new ClientCredentialsTokenInterceptor(NOBODY, "report-service", "of-the-test");

    @Test
    void anIssuerThatCannotBeReachedIsTroubleOfTheNetwork() throws Exception {
        var question = new SimpleClientHttpRequestFactory().createRequest(NOBODY, HttpMethod.GET);

        assertThatExceptionOfType(ResourceAccessException.class)
                .isThrownBy(() -> tokens.intercept(question, new byte[0], (request, body) -> {
                    throw new AssertionError("asked without a token");
                }));
    }
}
