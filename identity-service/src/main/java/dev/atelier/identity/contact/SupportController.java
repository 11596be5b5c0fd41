package dev.atelier.identity.contact;

import dev.atelier.events.id.ContactRequestId;
import dev.atelier.kit.idempotency.IdempotencyKey;
import dev.atelier.kit.idempotency.IdempotentRequestExecutor;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.validation.PlainText;
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

/** Contact requests of signed-in people. */
@RestController
@RequestMapping("/api/support-requests")
class SupportController {
    private final ContactSubmissionService contactSubmissionService;
    private final IdempotentRequestExecutor idempotentRequestExecutor;

    SupportController(
            ContactSubmissionService contactSubmissionService, IdempotentRequestExecutor idempotentRequestExecutor) {
        this.contactSubmissionService = contactSubmissionService;
        this.idempotentRequestExecutor = idempotentRequestExecutor;
    }

    /** Accepts a request; the answer comes by mail to the account's address. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    SupportRequestResponse write(
            @Valid @RequestBody SubmitSupportRequest body, Optional<IdempotencyKey> key, Caller caller) {
        var writer = contactSubmissionService.requireAccount(caller.userId());
        return idempotentRequestExecutor.execute(
                key,
                body,
                SupportRequestResponse.class,
                () -> new SupportRequestResponse(contactSubmissionService.submit(writer, body.message())));
    }

    record SubmitSupportRequest(
            @NotBlank(message = "must be given") @Size(max = 5000, message = "must have at most 5000 characters") @PlainText
            String message) {}

    record SupportRequestResponse(ContactRequestId id) {}
}
