package dev.atelier.load;

import dev.atelier.backing.signin.SignInFailed;
import dev.atelier.client.ApiClient;
import dev.atelier.client.ApiClientResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Asks as a patient client does: again, with the same key, until the answer is clear. */
public final class RetryingClient {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final AcknowledgedWrites acknowledgedWrites;

    /** Notes in the ledger what was no success. */
    public RetryingClient(AcknowledgedWrites acknowledgedWrites) {
        this.acknowledgedWrites = acknowledgedWrites;
    }

    /** The first answer with a status below 300. */
    public ApiClientResponse until(Supplier<ApiClientResponse> request) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var answer = once(request);
            if (answer.isPresent() && answer.get().status() < 300) {
                return answer.get();
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no success within %d s, the last answer: %s"
                        .formatted(
                                PATIENCE.toSeconds(),
                                answer.map(ApiClientResponse::body).orElse("none")));
            }
            Thread.sleep(PAUSE);
        }
    }

    /** One answer; empty where none came. What is no success is noted. */
    public Optional<ApiClientResponse> once(Supplier<ApiClientResponse> request) {
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

    /** Starts a run that its input names, and notes it as promised. */
    public void startRun(TestWorkspace testWorkspace, ApiClient starter, boolean byMail) throws InterruptedException {
        var input = "run-" + UUID.randomUUID();
        var body = Map.of(
                "agentId",
                testWorkspace.agent(),
                "projectId",
                testWorkspace.project(),
                "input",
                input,
                "reportByMail",
                byMail);
        var started = until(() -> starter.postOnce(testWorkspace.path("/runs"), body, input));
        acknowledgedWrites.run(new AcknowledgedWrites.AcceptedRun(testWorkspace, started.text("id"), input, byMail));
    }
}
