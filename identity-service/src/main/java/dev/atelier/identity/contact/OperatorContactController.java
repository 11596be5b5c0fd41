package dev.atelier.identity.contact;

import dev.atelier.events.id.ContactRequestId;
import dev.atelier.identity.contact.ContactRequest.State;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.security.OperatorOnly;
import dev.atelier.kit.web.ETags;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import dev.atelier.kit.web.text.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people wrote to the operator. */
@RestController
@OperatorOnly
@RequestMapping("/api/operator/contact-requests")
class OperatorContactController {
    private final Answering answering;
    private final Correspondents correspondents;

    OperatorContactController(Answering answering, Correspondents correspondents) {
        this.answering = answering;
        this.correspondents = correspondents;
    }

    /** Requests in a state, open ones where none is named; the newest first. */
    @GetMapping
    Page<ContactRequestView> all(@RequestParam(defaultValue = "OPEN") State state, PageRequest page) {
        return answering.in(state, page).map(this::view);
    }

    @GetMapping("/{id}")
    ResponseEntity<ContactRequestView> read(@PathVariable ContactRequestId id) {
        return answer(answering.get(id));
    }

    /** Answers an open one by mail, once. */
    @PostMapping("/{id}/answer")
    ResponseEntity<ContactRequestView> answer(
            @PathVariable ContactRequestId id,
            Caller operator,
            ExpectedVersion expected,
            @Valid @RequestBody NewAnswer body) {
        return answer(answering.answer(id, expected, body.text(), operator.userId()));
    }

    /** Closes one; the sender is not told. */
    @PostMapping("/{id}/closing")
    ResponseEntity<ContactRequestView> close(
            @PathVariable ContactRequestId id,
            Caller operator,
            ExpectedVersion expected,
            @Valid @RequestBody Closing body) {
        return answer(answering.close(id, expected, body.reason(), operator.userId()));
    }

    private ResponseEntity<ContactRequestView> answer(ContactRequest request) {
        return ResponseEntity.ok().eTag(ETags.of(request.revision())).body(view(request));
    }

    private ContactRequestView view(ContactRequest request) {
        return ContactRequestView.of(request, correspondents.of(request));
    }

    record NewAnswer(
            @NotBlank(message = "must be given") @Size(max = 10_000, message = "must have at most 10000 characters") @PlainText
            String text) {}

    record Closing(
            @NotBlank(message = "must be given") @Size(max = 500, message = "must have at most 500 characters") @PlainText
            String reason) {}
}
