package dev.atelier.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WebhookConsumerTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String BODY = "{\"type\":\"agent-run.run-completed\",\"data\":{\"subject\":\"runs/1\"}}";

    @Test
    void keepsWhatIsGenuine() throws Exception {
        try (var consumer = new WebhookConsumer()) {
            consumer.useSecret(SECRET);
            assertThat(send(consumer.address(), SECRET)).isEqualTo(204);
            assertThat(consumer.bodiesAbout("runs/1")).hasSize(1);
        }
    }

    @Test
    void refusesAnotherSignature() throws Exception {
        try (var consumer = new WebhookConsumer()) {
            consumer.useSecret(SECRET);
            assertThat(send(consumer.address(), "whsec_AAAAAAAAGKYqrTwjUPD8ILPZIo2LaLaS"))
                    .isEqualTo(401);
            assertThat(consumer.validBodies()).isEmpty();
            assertThat(consumer.refused()).hasSize(1);
        }
    }

    private static int send(URI address, String secret) throws Exception {
        var now = Instant.now().getEpochSecond();
        var request = HttpRequest.newBuilder(address)
                .header("webhook-id", "msg_1")
                .header("webhook-timestamp", Long.toString(now))
                .header("webhook-signature", new Webhook(secret).sign("msg_1", now, BODY))
                .POST(HttpRequest.BodyPublishers.ofString(BODY))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
