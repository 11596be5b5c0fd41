package dev.atelier.identity.contact;

import dev.atelier.events.id.ContactRequestId;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.security.CallingService;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Provides the content of answer mails to notification-service. */
@RestController
class ContactRequestMailController {
    private final ContactRequestService contactRequestService;
    private final ContactSenderResolver contactSenderResolver;

    ContactRequestMailController(
            ContactRequestService contactRequestService, ContactSenderResolver contactSenderResolver) {
        this.contactRequestService = contactRequestService;
        this.contactSenderResolver = contactSenderResolver;
    }

    /** Returns the answer's mail; 404 where there is no answer or no address. */
    @GetMapping("/internal/contact-requests/{contactRequestId}/mail")
    ContactAnswerMailResponse mail(@PathVariable ContactRequestId contactRequestId, CallingService service) {
        service.require("notification-service");
        var request = contactRequestService.get(contactRequestId);
        var answer = request.answer();
        var to = contactSenderResolver.of(request);
        if (answer == null || to.email() == null) {
            throw new NotFound();
        }
        return new ContactAnswerMailResponse(
                to.email(), to.name() == null ? "" : to.name(), answer.text(), request.locale());
    }

    /** Content of the mail. */
    record ContactAnswerMailResponse(String email, String name, String text, String locale) {}
}
