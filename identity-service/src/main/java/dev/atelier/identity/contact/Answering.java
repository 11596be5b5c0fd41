package dev.atelier.identity.contact;

import dev.atelier.events.ContactEvent.ContactRequestAnswered;
import dev.atelier.events.ContactEvent.ContactRequestClosed;
import dev.atelier.events.id.ContactRequestId;
import dev.atelier.events.id.UserId;
import dev.atelier.identity.contact.ContactRequest.State;
import dev.atelier.identity.contact.ContactRequest.Word;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.kit.web.Cursors;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.NotFound;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Operators reading requests, answering and closing them. */
@Component
class Answering {
    private static final Logger log = LoggerFactory.getLogger(Answering.class);

    private final ContactRequests requests;
    private final Outbox outbox;
    private final Transactions transactions;
    private final ContactSettings settings;
    private final Clock clock;

    Answering(
            ContactRequests requests, Outbox outbox, Transactions transactions, ContactSettings settings, Clock clock) {
        this.requests = requests;
        this.outbox = outbox;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** The newest first. */
    Page<ContactRequest> in(State state, PageRequest request) {
        var limit = Limit.of(request.limitAndOne());
        var cursor = request.cursor();
        var read = cursor == null
                ? requests.findByStateOrderByIdDesc(state, limit)
                : requests.findByStateAndIdLessThanOrderByIdDesc(state, cursor.id(0, ContactRequestId.class), limit);
        return Page.of(read, request, last -> Cursors.of(last.id()));
    }

    ContactRequest get(ContactRequestId id) {
        return requests.findById(id).orElseThrow(NotFound::new);
    }

    /** Answers; the mail goes out by the fact. */
    ContactRequest answer(ContactRequestId id, ExpectedVersion expected, String text, UserId by) {
        return transactions.call(() -> {
            var request = get(id);
            expected.check(request.revision());
            var now = clock.instant();
            var answered =
                    requests.save(request.answered(new Word(text.strip(), by, now), now.plus(settings.retention())));
            outbox.append(new ContactRequestAnswered(id, by), answered.said());
            log.info("Operator {} answers contact request {}.", by, id);
            return answered;
        });
    }

    ContactRequest close(ContactRequestId id, ExpectedVersion expected, String reason, UserId by) {
        return transactions.call(() -> {
            var request = get(id);
            expected.check(request.revision());
            var now = clock.instant();
            log.info("Operator {} closes contact request {}.", by, id);
            var closed =
                    requests.save(request.closed(new Word(reason.strip(), by, now), now.plus(settings.retention())));
            outbox.append(new ContactRequestClosed(id, by), closed.said());
            return closed;
        });
    }
}
