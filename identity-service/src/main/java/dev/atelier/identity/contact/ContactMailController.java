package dev.atelier.identity.contact;

import dev.atelier.events.id.ContactRequestId;
import dev.atelier.kit.security.CallingService;
import dev.atelier.kit.web.NotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ContactMailController {
    private final Answering answering;
    private final Correspondents correspondents;

    ContactMailController(Answering answering, Correspondents correspondents) {
        this.answering = answering;
        this.correspondents = correspondents;
    }

    /** What the mail of an answer says; 404 where there is none or nobody to send it to. */
    @GetMapping("/internal/contact-requests/{id}/mail")
    AnswerMail mail(@PathVariable ContactRequestId id, CallingService service) {
        service.mustBe("notification-service");
        var request = answering.get(id);
        var answer = request.answer();
        var to = correspondents.of(request);
        if (answer == null || to.email() == null) {
            throw new NotFound();
        }
        return new AnswerMail(to.email(), to.name() == null ? "" : to.name(), answer.text(), request.locale());
    }

    /** The parts of the mail. */
    record AnswerMail(String email, String name, String text, String locale) {}
}
