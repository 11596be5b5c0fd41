package dev.atelier.notification.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SigningSecretTest {
    private final SigningSecret secret = SigningSecret.next();

    @Test
    void theStandardLibraryAcceptsWhatWeSign() throws Exception {
        var verifier = new Webhook(secret.text());

        assertThatCode(() -> verifier.verify("{\"é\":1}", headers("{\"é\":1}"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> verifier.verify("{\"é\":2}", headers("{\"é\":1}")))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void itsTextIsItself() {
        assertThat(SigningSecret.of(secret.text()).text()).isEqualTo(secret.text());
    }

    @Test
    void itStaysOutOfLogs() {
        assertThat(secret).hasToString("whsec_…");
    }

    private HttpHeaders headers(String body) {
        var now = Instant.now();
        var signature = secret.sign("msg_1", now, body.getBytes(StandardCharsets.UTF_8));
        return HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of("msg_1"),
                        "webhook-timestamp", List.of(Long.toString(now.getEpochSecond())),
                        "webhook-signature", List.of(signature)),
                (name, value) -> true);
    }
}
