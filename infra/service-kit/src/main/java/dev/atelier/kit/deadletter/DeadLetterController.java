package dev.atelier.kit.deadletter;

import dev.atelier.kit.deadletter.SecondAttempt.Outcome;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.security.OperatorOnly;
import dev.atelier.kit.web.Cursors;
import dev.atelier.kit.web.NotFound;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import dev.atelier.kit.web.text.OneLine;
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

    private final DeadLetters letters;
    private final Replays replays;
    private final Releasing releasing;

    DeadLetterController(DeadLetters letters, Replays replays, Releasing releasing) {
        this.letters = letters;
        this.replays = replays;
        this.releasing = releasing;
    }

    @GetMapping
    Page<DeadLetterView> list(PageRequest page) {
        var heads = new HashMap<Line, @Nullable DeadLetter>();
        return Page.of(
                        letters.page(page.cursor(), page.limitAndOne()),
                        page,
                        letter -> Cursors.of(letter.at(), letter.id()))
                .map(letter -> DeadLetterView.of(
                        letter, letter.line() == null ? null : heads.computeIfAbsent(letter.line(), this::head)));
    }

    @GetMapping("/{id}")
    DeadLetterView get(@PathVariable String id) {
        var letter = letters.find(id).orElseThrow(NotFound::new);
        return DeadLetterView.of(letter, letter.line() == null ? null : head(letter.line()));
    }

    @PostMapping("/{id}/replay")
    ReplayView replay(@PathVariable String id, Caller operator) {
        var replayed = replays.replay(id, operator.userId());
        log.info("dead letter {} was replayed by operator {}: {}", id, operator.userId(), replayed.outcome());
        releasing.wake();
        var reason = replayed.reason();
        return new ReplayView(
                id,
                replayed.outcome(),
                reason == null ? null : reason.kind(),
                reason == null ? null : reason.explanation());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(@PathVariable String id, @Valid @RequestBody Dropping body, Caller operator) {
        replays.drop(id, operator.userId());
        log.info("dead letter {} was dropped by operator {} because: {}", id, operator.userId(), body.reason());
        releasing.wake();
    }

    private @Nullable DeadLetter head(Line line) {
        return letters.head(line).orElse(null);
    }

    /** Why a letter is given up; goes to the log. */
    record Dropping(@NotBlank @Size(max = 500) @OneLine String reason) {}

    /**
     * What came of a replay.
     *
     * @param reason where it failed again and stays; those behind it wait
     */
    record ReplayView(
            String id,
            Outcome outcome,
            @Nullable String reason,
            @Nullable String explanation) {}
}
