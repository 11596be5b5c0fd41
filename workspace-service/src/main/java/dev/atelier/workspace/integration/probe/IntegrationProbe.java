package dev.atelier.workspace.integration.probe;

import dev.atelier.kit.network.NetworkAddressRefused;
import dev.atelier.kit.web.validation.CodePointLength;
import dev.atelier.kit.work.OwnThread;
import dev.atelier.workspace.integration.probe.IntegrationFailed.IntegrationFailureCode;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests to other systems, with limits of time and size; follows no redirects. */
@OwnThread("cancels requests at their deadline; a scheduled executor replaces a thread that dies")
@Component
public final class IntegrationProbe {
    /** How many bytes of a response are read. */
    private static final int ANSWER = 256 * 1024;

    private static final int LONGEST_NAME = 200;

    private final CloseableHttpClient encrypted;
    private final CloseableHttpClient plain;
    private final Duration patience;
    private final JsonMapper json;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("trial-deadlines").factory());

    IntegrationProbe(IntegrationSettings settings, JsonMapper json) {
        this.encrypted = settings.client(true);
        this.plain = settings.client(false);
        this.patience = settings.timeout();
        this.json = json;
    }

    /**
     * Requests the account of the secret, then each reference.
     *
     * @return the account's name; null if the system reports none
     * @throws IntegrationFailed if a request fails; names what was requested
     */
    public @Nullable String probe(IntegrationKind kind, URI address, String secret, List<String> references) {
        long end = System.nanoTime() + patience.toNanos();
        var account = account(kind, send(kind, address, kind.accountPath(), secret, "account", end));
        for (var reference : references) {
            var path = kind.path(reference);
            if (path != null) {
                send(kind, address, path, secret, reference, end);
            }
        }
        return account;
    }

    private byte[] send(IntegrationKind kind, URI address, String path, String secret, String asked, long end) {
        var request = new HttpGet(URI.create(address + path));
        request.setHeader(kind.header(), kind.credential(secret));
        request.setHeader("Accept", "application/json");
        var client = "https".equalsIgnoreCase(address.getScheme()) ? encrypted : plain;
        var deadline = deadlines.schedule(request::cancel, end - System.nanoTime(), TimeUnit.NANOSECONDS);
        try (var answer = client.executeOpen(HttpHost.create(address), request, null)) {
            requireSuccess(answer.getCode(), asked);
            return read(answer);
        } catch (NetworkAddressRefused e) {
            throw new IntegrationFailed(IntegrationFailureCode.PRIVATE_ADDRESS, asked);
        } catch (IOException e) {
            throw new IntegrationFailed(
                    request.isCancelled() || e instanceof InterruptedIOException
                            ? IntegrationFailureCode.SLOW
                            : IntegrationFailureCode.UNREACHABLE,
                    asked);
        } finally {
            deadline.cancel(false);
        }
    }

    private static byte[] read(ClassicHttpResponse answer) throws IOException {
        var entity = answer.getEntity();
        return entity == null ? new byte[0] : entity.getContent().readNBytes(ANSWER);
    }

    private static void requireSuccess(int status, String asked) {
        if (status < 200 || status > 299) {
            throw new IntegrationFailed(
                    switch (status) {
                        case 401, 403 -> IntegrationFailureCode.SECRET_REFUSED;
                        case 404 -> IntegrationFailureCode.NOT_FOUND;
                        case 408, 504 -> IntegrationFailureCode.SLOW;
                        case 429 -> IntegrationFailureCode.BUSY;
                        default ->
                            status >= 500 ? IntegrationFailureCode.BROKEN : IntegrationFailureCode.NOT_THIS_SYSTEM;
                    },
                    asked);
        }
    }

    private @Nullable String account(IntegrationKind kind, byte[] answer) {
        var field = kind.accountName();
        if (field == null) {
            return null;
        }
        try {
            var name = json.readTree(answer).path(field).asString("").strip();
            if (name.isEmpty()
                    || CodePointLength.of(name) > LONGEST_NAME
                    || name.chars().anyMatch(Character::isISOControl)) {
                throw new IntegrationFailed(IntegrationFailureCode.NOT_THIS_SYSTEM, "account");
            }
            return name;
        } catch (JacksonException e) {
            throw new IntegrationFailed(IntegrationFailureCode.NOT_THIS_SYSTEM, "account");
        }
    }

    @PreDestroy
    void close() {
        encrypted.close(CloseMode.GRACEFUL);
        plain.close(CloseMode.GRACEFUL);
        deadlines.shutdownNow();
    }
}
