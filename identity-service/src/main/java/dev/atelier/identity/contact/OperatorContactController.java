package dev.atelier.identity.contact;

import dev.atelier.events.id.ContactRequestId;
import dev.atelier.identity.contact.ContactRequest.ContactRequestState;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.security.OperatorOnly;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.ETags;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.validation.PlainText;
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

/** Contact requests for operators. */
@RestController
@OperatorOnly
@RequestMapping("/api/operator/contact-requests")
class OperatorContactController {
    private final ContactRequestService contactRequestService;
    private final ContactSenderResolver contactSenderResolver;

    OperatorContactController(
            ContactRequestService contactRequestService, ContactSenderResolver contactSenderResolver) {
        this.contactRequestService = contactRequestService;
        this.contactSenderResolver = contactSenderResolver;
    }

    /** Returns the requests in a state, by default the open ones; the newest first. */
    @GetMapping
    CursorPage<ContactRequestResponse> all(
            @RequestParam(defaultValue = "OPEN") ContactRequestState state, CursorPageRequest page) {
        return contactRequestService.findByState(state, page).map(this::view);
    }

    /** Returns a contact request. */
    @GetMapping("/{contactRequestId}")
    ResponseEntity<ContactRequestResponse> read(@PathVariable ContactRequestId contactRequestId) {
        return answer(contactRequestService.get(contactRequestId));
    }

    /** Answers an open request by mail, once. */
    @PostMapping("/{contactRequestId}/answer")
    ResponseEntity<ContactRequestResponse> answer(
            @PathVariable ContactRequestId contactRequestId,
            Caller operator,
            ExpectedVersion expected,
            @Valid @RequestBody AnswerContactRequest body) {
        return answer(contactRequestService.answer(contactRequestId, expected, body.text(), operator.userId()));
    }

    /** Closes a request; the sender gets no mail. */
    @PostMapping("/{contactRequestId}/close")
    ResponseEntity<ContactRequestResponse> close(
            @PathVariable ContactRequestId contactRequestId,
            Caller operator,
            ExpectedVersion expected,
            @Valid @RequestBody CloseContactRequest body) {
        return answer(contactRequestService.close(contactRequestId, expected, body.reason(), operator.userId()));
    }

    private ResponseEntity<ContactRequestResponse> answer(ContactRequest request) {
        return ResponseEntity.ok().eTag(ETags.of(request.revision())).body(view(request));
    }

    private ContactRequestResponse view(ContactRequest request) {
        return ContactRequestResponse.of(request, contactSenderResolver.of(request));
    }

    record AnswerContactRequest(
            @NotBlank(message = "must be given") @Size(max = 10_000, message = "must have at most 10000 characters") @PlainText
            String text) {}

    record CloseContactRequest(
            @NotBlank(message = "must be given") @Size(max = 500, message = "must have at most 500 characters") @PlainText
            String reason) {}
}
