package dev.atelier.identity.legal.publishing;

import dev.atelier.events.IdentityEvent.PolicyAnnounced;
import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.Account;
import dev.atelier.identity.account.Register;
import dev.atelier.identity.lastsignin.LastSignIns;
import dev.atelier.kit.mongo.Transactions;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has new versions told by mail, 100 people at a time. How far it came is written with what was said: whoever dies in between,
 * each person is told once.
 */
@Component
public class Announcing {
    private static final int AT_ONCE = 100;
    private static final Logger log = LoggerFactory.getLogger(Announcing.class);

    private final Mailings mailings;
    private final LastSignIns lastSignIns;
    private final Register register;
    private final Transactions transactions;

    Announcing(Mailings mailings, LastSignIns lastSignIns, Register register, Transactions transactions) {
        this.mailings = mailings;
        this.lastSignIns = lastSignIns;
        this.register = register;
        this.transactions = transactions;
    }

    /** Those that are not done, to their ends. */
    public void runDue(BooleanSupplier mayGoOn) {
        for (var mailing : mailings.findByDoneFalseOrderById()) {
            announce(mailing.id(), mayGoOn);
        }
    }

    /** One that fails is repeated with the next look, and holds back no other. */
    private void announce(String id, BooleanSupplier mayGoOn) {
        try {
            boolean done = false;
            while (!done && mayGoOn.getAsBoolean()) {
                done = transactions.call(() -> step(id));
            }
        } catch (RuntimeException | Error e) {
            log.error("Announcing {} failed and is repeated", id, e);
        }
    }

    /** Tells the next people; true where there are no more. */
    private boolean step(String id) {
        var mailing = mailings.findById(id).filter(open -> !open.done()).orElse(null);
        if (mailing == null) {
            return true;
        }
        var people = lastSignIns.since(mailing.since(), mailing.after(), AT_ONCE);
        if (people.isEmpty()) {
            mailings.save(mailing.finished());
            return true;
        }
        var told = people.stream().filter(this::isOpen).toList();
        told.forEach(person -> register.say(new PolicyAnnounced(person, mailing.document(), mailing.number())));
        mailings.save(mailing.passed(people.getLast(), told.size()));
        return false;
    }

    private boolean isOpen(UserId person) {
        return register.find(person).filter(Predicate.not(Account::deactivated)).isPresent();
    }
}
