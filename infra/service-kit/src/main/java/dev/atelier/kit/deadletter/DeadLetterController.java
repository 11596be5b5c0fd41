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

/** What this service could not handle, newest first; an operator has it handled again, or drops it. */
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

    @GetMapping
    CursorPage<DeadLetterResponse> list(CursorPageRequest page) {
        var heads = new HashMap<SubjectQueue, @Nullable DeadLetter>();
        return CursorPage.of(
                        letters.page(page.cursor(), page.limitAndOne()),
                        page,
                        letter -> PageCursorCodec.of(letter.at(), letter.id()))
                .map(letter -> DeadLetterResponse.of(
                        letter, letter.line() == null ? null : heads.computeIfAbsent(letter.line(), this::head)));
    }

    @GetMapping("/{id}")
    DeadLetterResponse get(@PathVariable String id) {
        var letter = letters.find(id).orElseThrow(NotFound::new);
        return DeadLetterResponse.of(letter, letter.line() == null ? null : head(letter.line()));
    }

    @PostMapping("/{id}/replay")
    ReplayResponse replay(@PathVariable String id, Caller operator) {
        var replayResult = deadLetterReplayer.replay(id, operator.userId());
        log.info("dead letter {} was replayed by operator {}: {}", id, operator.userId(), replayResult.outcome());
        parkedEventReleaser.wake();
        var reason = replayResult.reason();
        return new ReplayResponse(
                id,
                replayResult.outcome(),
                reason == null ? null : reason.kind(),
                reason == null ? null : reason.explanation());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(@PathVariable String id, @Valid @RequestBody DropDeadLetterRequest body, Caller operator) {
        deadLetterReplayer.drop(id, operator.userId());
        log.info("dead letter {} was dropped by operator {} because: {}", id, operator.userId(), body.reason());
        parkedEventReleaser.wake();
    }

    private @Nullable DeadLetter head(SubjectQueue subjectQueue) {
        return letters.head(subjectQueue).orElse(null);
    }

    /** Why a letter is given up; goes to the log. */
    record DropDeadLetterRequest(
            @NotBlank @Size(max = 500) @OneLine String reason) {}

    /**
     * What came of a replay.
     *
     * @param reason where it failed again and stays; those behind it wait
     */
    record ReplayResponse(
            String id,
            ReplayOutcome outcome,
            @Nullable String reason,
            @Nullable String explanation) {}
}
