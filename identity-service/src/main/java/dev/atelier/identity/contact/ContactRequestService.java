package dev.atelier.identity.contact;

import dev.atelier.events.ContactEvent.ContactRequestAnswered;
import dev.atelier.events.ContactEvent.ContactRequestClosed;
import dev.atelier.events.id.ContactRequestId;
import dev.atelier.events.id.UserId;
import dev.atelier.identity.contact.ContactRequest.ContactRequestState;
import dev.atelier.identity.contact.ContactRequest.OperatorNote;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.PageCursorCodec;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Lists, answers and closes contact requests for operators. */
@Component
class ContactRequestService {
    private static final Logger log = LoggerFactory.getLogger(ContactRequestService.class);

    private final ContactRequestRepository requests;
    private final Outbox outbox;
    private final TransactionRunner transactionRunner;
    private final ContactSettings settings;
    private final Clock clock;

    ContactRequestService(
            ContactRequestRepository requests,
            Outbox outbox,
            TransactionRunner transactionRunner,
            ContactSettings settings,
            Clock clock) {
        this.requests = requests;
        this.outbox = outbox;
        this.transactionRunner = transactionRunner;
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns the requests in a state, the newest first. */
    CursorPage<ContactRequest> findByState(ContactRequestState state, CursorPageRequest request) {
        var limit = Limit.of(request.limitPlusOne());
        var cursor = request.cursor();
        var read = cursor == null
                ? requests.findByStateOrderByIdDesc(state, limit)
                : requests.findByStateAndIdLessThanOrderByIdDesc(state, cursor.id(0, ContactRequestId.class), limit);
        return CursorPage.of(read, request, last -> PageCursorCodec.of(last.id()));
    }

    ContactRequest get(ContactRequestId id) {
        return requests.findById(id).orElseThrow(NotFound::new);
    }

    /** Answers a request; notification-service sends the mail on the published event. */
    ContactRequest answer(ContactRequestId id, ExpectedVersion expected, String text, UserId by) {
        return transactionRunner.call(() -> {
            var request = get(id);
            expected.check(request.revision());
            var now = clock.instant();
            var answered = requests.save(
                    request.answered(new OperatorNote(text.strip(), by, now), now.plus(settings.retention())));
            outbox.append(new ContactRequestAnswered(id, by), answered.eventCount());
            log.info("Operator {} answers contact request {}.", by, id);
            return answered;
        });
    }

    ContactRequest close(ContactRequestId id, ExpectedVersion expected, String reason, UserId by) {
        return transactionRunner.call(() -> {
            var request = get(id);
            expected.check(request.revision());
            var now = clock.instant();
            log.info("Operator {} closes contact request {}.", by, id);
            var closed = requests.save(
                    request.closed(new OperatorNote(reason.strip(), by, now), now.plus(settings.retention())));
            outbox.append(new ContactRequestClosed(id, by), closed.eventCount());
            return closed;
        });
    }
}
