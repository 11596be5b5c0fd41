package dev.atelier.notification.webhook.dispatch;

import dev.atelier.kit.network.GuardedDnsResolver;
import dev.atelier.kit.network.NetworkAddressPolicy;
import dev.atelier.kit.network.NetworkAddressRefused;
import dev.atelier.kit.work.OwnThread;
import dev.atelier.notification.webhook.WebhookSettings;
import dev.atelier.notification.webhook.delivery.AttemptResult;
import dev.atelier.notification.webhook.delivery.DeliveryAttempt;
import dev.atelier.notification.webhook.endpoint.DeliveryTarget;
import dev.atelier.notification.webhook.queue.ClaimedDelivery;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends one signed request and reads the response, with limits on time and size. Does not follow redirects. */
@OwnThread("cancels requests at their deadline; the scheduled executor replaces a thread that dies")
@Component
final class WebhookSender {
    private static final Logger log = LoggerFactory.getLogger(WebhookSender.class);

    /** Maximum number of bytes of a response that are read; the connection of a longer response is closed. */
    private static final int ANSWER = 64 * 1024;

    private static final int CONNECTIONS = 4_096;

    private final CloseableHttpClient encrypted;
    private final CloseableHttpClient plain;
    private final Duration timeout;
    private final Clock clock;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-deadlines").factory());

    WebhookSender(NetworkAddressPolicy addresses, WebhookSettings settings, Clock clock) {
        this.encrypted = client(new GuardedDnsResolver(addresses, true), settings);
        this.plain = client(new GuardedDnsResolver(addresses, false), settings);
        this.timeout = settings.timeout();
        this.clock = clock;
    }

    /** Never throws for a failure of the endpoint or the network: that is the result of the attempt. */
    RecordedAttempt send(DeliveryTarget target, ClaimedDelivery delivery) {
        var at = clock.instant();
        var body = delivery.body().getBytes(StandardCharsets.UTF_8);
        var request = new HttpPost(target.url());
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        request.setHeader("webhook-id", delivery.id().webhookId());
        request.setHeader("webhook-timestamp", Long.toString(at.getEpochSecond()));
        request.setHeader(
                "webhook-signature", target.secret().sign(delivery.id().webhookId(), at, body));
        var attemptRecorder = new AttemptRecorder(at, System.nanoTime(), target, request);
        var client = "https".equalsIgnoreCase(target.url().getScheme()) ? encrypted : plain;
        var deadline = deadlines.schedule(request::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try (var answer = client.executeOpen(HttpHost.create(target.url()), request, null)) {
            return attemptRecorder.answered(answer, read(answer));
        } catch (NetworkAddressRefused e) {
            return attemptRecorder.failed(
                    AttemptResult.FORBIDDEN_ADDRESS, "The address is one that webhooks must not go to.");
        } catch (IOException e) {
            return request.isCancelled() || e instanceof InterruptedIOException
                    ? attemptRecorder.failed(
                            AttemptResult.TIMED_OUT, "No complete answer within " + timeout.toMillis() + " ms.")
                    : attemptRecorder.failed(AttemptResult.UNREACHABLE, DeliveryFailureTexts.of(e));
        } catch (RuntimeException e) {
            log.warn("no request could be made for a delivery to endpoint {}", target.id(), e);
            return attemptRecorder.failed(AttemptResult.UNREACHABLE, "The request could not be made.");
        } finally {
            deadline.cancel(false);
        }
    }

    /** Does not read the rest of a longer response; its connection is then closed and not used again. */
    private static String read(ClassicHttpResponse answer) throws IOException {
        var entity = answer.getEntity();
        if (entity == null) {
            return "";
        }
        var bytes = entity.getContent().readNBytes(ANSWER);
        return new String(bytes, 0, Math.min(bytes.length, 4 * DeliveryLogSanitizer.BODY), StandardCharsets.UTF_8);
    }

    private static CloseableHttpClient client(GuardedDnsResolver dns, WebhookSettings settings) {
        var patience = Timeout.of(settings.timeout());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(dns)
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(settings.inFlight() * 4)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(patience)
                        .setSocketTimeout(patience)
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .evictIdleConnections(TimeValue.ofSeconds(30))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(patience)
                        .setConnectionRequestTimeout(patience)
                        .build())
                .setUserAgent("Atelier-Webhooks")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .build();
    }

    @PreDestroy
    void close() {
        encrypted.close(CloseMode.GRACEFUL);
        plain.close(CloseMode.GRACEFUL);
        deadlines.shutdownNow();
    }

    /** Turns the outcome of an attempt into an entry of the log. */
    private record AttemptRecorder(Instant at, long began, DeliveryTarget target, HttpPost request) {
        RecordedAttempt answered(ClassicHttpResponse answer, String body) {
            int status = answer.getCode();
            var asked = answer.getFirstHeader("Retry-After");
            var result = status >= 200 && status < 300 ? AttemptResult.DELIVERED : AttemptResult.REFUSED;
            var attempt = new DeliveryAttempt(
                    at,
                    millis(),
                    result,
                    DeliveryLogSanitizer.url(target.url()),
                    DeliveryLogSanitizer.headers(request.getHeaders()),
                    status,
                    DeliveryLogSanitizer.headers(answer.getHeaders()),
                    DeliveryLogSanitizer.cut(body, DeliveryLogSanitizer.BODY),
                    result == AttemptResult.DELIVERED ? null : "The endpoint answered " + status + ".");
            return new RecordedAttempt(attempt, WebhookRetryAfter.of(asked == null ? null : asked.getValue(), at));
        }

        RecordedAttempt failed(AttemptResult result, @Nullable String problem) {
            return new RecordedAttempt(
                    new DeliveryAttempt(
                            at,
                            millis(),
                            result,
                            DeliveryLogSanitizer.url(target.url()),
                            DeliveryLogSanitizer.headers(request.getHeaders()),
                            null,
                            List.of(),
                            null,
                            problem),
                    null);
        }

        private long millis() {
            return (System.nanoTime() - began) / 1_000_000;
        }
    }
}
