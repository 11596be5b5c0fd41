package dev.atelier.load;

import dev.atelier.backing.signin.SignInFailed;
import dev.atelier.client.Answer;
import dev.atelier.client.Person;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Asks as a patient client does: again, with the same key, until the answer is clear. */
public final class Asking {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Ledger ledger;

    /** Notes in the ledger what was no success. */
    public Asking(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The first answer with a status below 300. */
    public Answer until(Supplier<Answer> request) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var answer = once(request);
            if (answer.isPresent() && answer.get().status() < 300) {
                return answer.get();
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no success within %d s, the last answer: %s"
                        .formatted(
                                PATIENCE.toSeconds(), answer.map(Answer::body).orElse("none")));
            }
            Thread.sleep(PAUSE);
        }
    }

    /** One answer; empty where none came. What is no success is noted. */
    public Optional<Answer> once(Supplier<Answer> request) {
        try {
            var answer = request.get();
            if (answer.status() >= 300 && answer.status() != 412) {
                ledger.refused(answer);
            }
            return Optional.of(answer);
        } catch (IllegalStateException | SignInFailed e) {
            ledger.unanswered(e);
            return Optional.empty();
        }
    }

    /** Starts a run that its input names, and notes it as promised. */
    public void startRun(Crew crew, Person starter, boolean byMail) throws InterruptedException {
        var input = "run-" + UUID.randomUUID();
        var body = Map.of("agentId", crew.agent(), "projectId", crew.project(), "input", input, "reportByMail", byMail);
        var started = until(() -> starter.postOnce(crew.path("/runs"), body, input));
        ledger.run(new Ledger.PromisedRun(crew, started.text("id"), input, byMail));
    }
}
