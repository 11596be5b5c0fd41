package dev.atelier.load;

import dev.atelier.backing.signin.SignInFailed;
import dev.atelier.client.ApiClient;
import dev.atelier.client.ApiClientResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Repeats a request until the response is a success. The caller gives the request an idempotency key. */
public final class RetryingClient {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final AcknowledgedWrites acknowledgedWrites;

    /** Creates a client that records refused requests there, except those with an outdated version (412). */
    public RetryingClient(AcknowledgedWrites acknowledgedWrites) {
        this.acknowledgedWrites = acknowledgedWrites;
    }

    /** Returns the first response with a status below 300. */
    public ApiClientResponse retryUntilSuccess(Supplier<ApiClientResponse> request) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var answer = sendOnce(request);
            if (answer.isPresent() && answer.get().status() < 300) {
                return answer.get();
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no success within %d s, the last response: %s"
                        .formatted(
                                PATIENCE.toSeconds(),
                                answer.map(ApiClientResponse::body).orElse("none")));
            }
            Thread.sleep(PAUSE);
        }
    }

    /** Sends the request once; empty if there is no response. Records anything but success. */
    public Optional<ApiClientResponse> sendOnce(Supplier<ApiClientResponse> request) {
        try {
            var apiClientResponse = request.get();
            if (apiClientResponse.status() >= 300 && apiClientResponse.status() != 412) {
                acknowledgedWrites.refused(apiClientResponse);
            }
            return Optional.of(apiClientResponse);
        } catch (IllegalStateException | SignInFailed e) {
            acknowledgedWrites.unanswered(e);
            return Optional.empty();
        }
    }

    /** Starts a run, identified by its input, and records it as acknowledged. */
    public void startRun(TestWorkspace testWorkspace, ApiClient starter, boolean byMail) throws InterruptedException {
        var input = "run-" + UUID.randomUUID();
        var body = Map.of(
                "agentId",
                testWorkspace.agent(),
                "projectId",
                testWorkspace.project(),
                "input",
                input,
                "sendReportByMail",
                byMail);
        var started = retryUntilSuccess(() -> starter.postOnce(testWorkspace.path("/runs"), body, input));
        acknowledgedWrites.run(new AcknowledgedWrites.AcceptedRun(testWorkspace, started.text("id"), input, byMail));
    }
}
