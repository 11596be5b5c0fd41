package dev.atelier.identity.contact;

import dev.atelier.events.id.ContactRequestId;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.idempotency.Idempotency;
import dev.atelier.kit.web.idempotency.IdempotencyKey;
import dev.atelier.kit.web.text.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where signed-in people write to the operator. */
@RestController
@RequestMapping("/api/support-requests")
class SupportController {
    private final Contacting contacting;
    private final Idempotency idempotency;

    SupportController(Contacting contacting, Idempotency idempotency) {
        this.contacting = contacting;
        this.idempotency = idempotency;
    }

    /** Takes a request; the answer comes by mail to the account's address. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Taken write(@Valid @RequestBody NewSupportRequest body, Optional<IdempotencyKey> key, Caller caller) {
        var writer = contacting.writer(caller.userId());
        return idempotency.answer(
                key, body, Taken.class, () -> new Taken(contacting.fromPerson(writer, body.message())));
    }

    record NewSupportRequest(
            @NotBlank(message = "must be given") @Size(max = 5000, message = "must have at most 5000 characters") @PlainText
            String message) {}

    record Taken(ContactRequestId id) {}
}
