package dev.atelier.kit.deadletter;

import dev.atelier.kit.deadletter.ReplayHandler.ReplayOutcome;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.security.OperatorOnly;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.PageCursorCodec;
import dev.atelier.kit.web.validation.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The dead letters of this service, newest first; an operator can replay or drop them. */
@RestController
@OperatorOnly
@RequestMapping("/api/operator/${spring.application.name:service}/dead-letters")
class DeadLetterController {
    private static final Logger log = LoggerFactory.getLogger(DeadLetterController.class);

    private final DeadLetterStore letters;
    private final DeadLetterReplayer deadLetterReplayer;
    private final ParkedEventReleaser parkedEventReleaser;

    DeadLetterController(
            DeadLetterStore letters, DeadLetterReplayer deadLetterReplayer, ParkedEventReleaser parkedEventReleaser) {
        this.letters = letters;
        this.deadLetterReplayer = deadLetterReplayer;
        this.parkedEventReleaser = parkedEventReleaser;
    }

    /** Lists the dead letters of this service. */
    @GetMapping
    CursorPage<DeadLetterResponse> list(CursorPageRequest page) {
        var heads = new HashMap<SubjectQueue, @Nullable DeadLetter>();
        return CursorPage.of(
                        letters.page(page.cursor(), page.limitPlusOne()),
                        page,
                        letter -> PageCursorCodec.of(letter.at(), letter.id()))
                .map(letter -> DeadLetterResponse.of(
                        letter, letter.line() == null ? null : heads.computeIfAbsent(letter.line(), this::head)));
    }

    /** Returns a dead letter with its masked payload. */
    @GetMapping("/{id}")
    DeadLetterResponse get(@PathVariable String id) {
        var letter = letters.find(id).orElseThrow(NotFound::new);
        return DeadLetterResponse.of(letter, letter.line() == null ? null : head(letter.line()));
    }

    /** Handles a dead letter once more. */
    @PostMapping("/{id}/replay")
    ReplayResponse replay(@PathVariable String id, Caller operator) {
        var replayResult = deadLetterReplayer.replay(id, operator.userId());
        log.info("Operator {} replayed the dead letter {}: {}", operator.userId(), id, replayResult.outcome());
        parkedEventReleaser.wake();
        var reason = replayResult.reason();
        return new ReplayResponse(
                id,
                replayResult.outcome(),
                reason == null ? null : reason.kind(),
                reason == null ? null : reason.explanation());
    }

    /** Drops a dead letter, with a reason. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(@PathVariable String id, @Valid @RequestBody DropDeadLetterRequest body, Caller operator) {
        deadLetterReplayer.drop(id, operator.userId());
        log.info("Operator {} dropped the dead letter {}. Reason: {}", operator.userId(), id, body.reason());
        parkedEventReleaser.wake();
    }

    private @Nullable DeadLetter head(SubjectQueue subjectQueue) {
        return letters.head(subjectQueue).orElse(null);
    }

    /** Why a dead letter is dropped; the reason is logged. */
    record DropDeadLetterRequest(
            @NotBlank @Size(max = 500) @OneLine String reason) {}

    /**
     * The result of a replay.
     *
     * @param reason set where it failed again; then it stays, and later records of its subject wait
     */
    record ReplayResponse(
            String id,
            ReplayOutcome outcome,
            @Nullable String reason,
            @Nullable String explanation) {}
}
