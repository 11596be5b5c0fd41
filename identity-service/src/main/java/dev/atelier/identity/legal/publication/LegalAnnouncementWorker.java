package dev.atelier.identity.legal.publication;

import dev.atelier.events.IdentityEvent.PolicyAnnounced;
import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.Account;
import dev.atelier.identity.account.AccountStore;
import dev.atelier.identity.session.LastSignInStore;
import dev.atelier.kit.mongo.TransactionRunner;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Announces new versions, 100 people at a time; notification-service mails them. The progress is saved in the
 * transaction of the events, so each person is notified once, even after a crash.
 */
@Component
public class LegalAnnouncementWorker {
    private static final int AT_ONCE = 100;
    private static final Logger log = LoggerFactory.getLogger(LegalAnnouncementWorker.class);

    private final LegalAnnouncementRepository legalAnnouncementRepository;
    private final LastSignInStore lastSignInStore;
    private final AccountStore accountStore;
    private final TransactionRunner transactionRunner;

    LegalAnnouncementWorker(
            LegalAnnouncementRepository legalAnnouncementRepository,
            LastSignInStore lastSignInStore,
            AccountStore accountStore,
            TransactionRunner transactionRunner) {
        this.legalAnnouncementRepository = legalAnnouncementRepository;
        this.lastSignInStore = lastSignInStore;
        this.accountStore = accountStore;
        this.transactionRunner = transactionRunner;
    }

    /** Runs all unfinished announcements to their end. */
    public void runDue(BooleanSupplier mayGoOn) {
        for (var legalAnnouncement : legalAnnouncementRepository.findByDoneFalseOrderById()) {
            announce(legalAnnouncement.id(), mayGoOn);
        }
    }

    /** A failed announcement is retried with the next poll and does not block the others. */
    private void announce(String id, BooleanSupplier mayGoOn) {
        try {
            boolean done = false;
            while (!done && mayGoOn.getAsBoolean()) {
                done = transactionRunner.call(() -> step(id));
            }
        } catch (RuntimeException | Error e) {
            log.error("Announcement {} failed and is retried", id, e);
        }
    }

    /** Announces to the next people; true where there are no more. */
    private boolean step(String id) {
        var legalAnnouncement = legalAnnouncementRepository
                .findById(id)
                .filter(open -> !open.done())
                .orElse(null);
        if (legalAnnouncement == null) {
            return true;
        }
        var people = lastSignInStore.findActiveSince(legalAnnouncement.since(), legalAnnouncement.after(), AT_ONCE);
        if (people.isEmpty()) {
            legalAnnouncementRepository.save(legalAnnouncement.finished());
            return true;
        }
        var told = people.stream().filter(this::isOpen).toList();
        told.forEach(person -> accountStore.publish(
                new PolicyAnnounced(person, legalAnnouncement.document(), legalAnnouncement.number())));
        legalAnnouncementRepository.save(legalAnnouncement.advanceTo(people.getLast(), told.size()));
        return false;
    }

    private boolean isOpen(UserId person) {
        return accountStore
                .find(person)
                .filter(Predicate.not(Account::deactivated))
                .isPresent();
    }
}
