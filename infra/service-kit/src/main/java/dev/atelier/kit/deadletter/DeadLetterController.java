package dev.atelier.kit.deadletter;

import dev.atelier.kit.security.OperatorOnly;
import dev.atelier.kit.web.Cursors;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import org.bson.Document;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What this service could not handle, newest first. */
@RestController
@OperatorOnly
@RequestMapping("/api/operator/${spring.application.name:service}/dead-letters")
class DeadLetterController {
    private final DeadLetters letters;

    DeadLetterController(DeadLetters letters) {
        this.letters = letters;
    }

    @GetMapping
    Page<DeadLetterView> list(PageRequest page) {
        var read = letters.page(page.cursor(), page.limitAndOne());
        return Page.of(read, page, letter -> Cursors.of(DeadLetters.time(letter), letter.getString("_id")))
                .map(DeadLetterController::view);
    }

    private static DeadLetterView view(Document letter) {
        return new DeadLetterView(
                letter.getString("_id"),
                letter.getString("topic"),
                letter.getInteger("partition"),
                letter.getLong("offset"),
                letter.getString("key"),
                letter.getString("subject"),
                letter.getString("type"),
                letter.getString("reason"),
                letter.getString("explanation"),
                DeadLetters.time(letter),
                MaskedPayload.of(letter.getString("payload")));
    }
}
