package dev.atelier.identity.addresschange;

import dev.atelier.events.IdentityEvent.AddressChangeRequested;
import dev.atelier.events.IdentityEvent.AddressChanged;
import dev.atelier.events.id.AddressChangeId;
import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.AccountProvisioner;
import dev.atelier.identity.account.AccountStore;
import dev.atelier.identity.account.AddressTaken;
import dev.atelier.identity.account.DirectoryUnavailable;
import dev.atelier.identity.account.UserDirectory;
import dev.atelier.identity.addresschange.AddressChange.AddressChangeState;
import dev.atelier.kit.email.EmailAddress;
import dev.atelier.kit.mongo.LimitGuard;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.kit.problem.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** People asking for another address, and showing that it is theirs. */
@Component
class AddressChangeService {
    private static final Logger log = LoggerFactory.getLogger(AddressChangeService.class);
    private static final Duration WINDOW = Duration.ofHours(1);

    private final AddressChangeRepository changes;
    private final AccountStore accountStore;
    private final AccountProvisioner accountProvisioner;
    private final UserDirectory directory;
    private final LimitGuard guard;
    private final TransactionRunner transactionRunner;
    private final AddressChangeSettings settings;
    private final Clock clock;

    AddressChangeService(
            AddressChangeRepository changes,
            AccountStore accountStore,
            AccountProvisioner accountProvisioner,
            UserDirectory directory,
            LimitGuard guard,
            TransactionRunner transactionRunner,
            AddressChangeSettings settings,
            Clock clock) {
        this.changes = changes;
        this.accountStore = accountStore;
        this.accountProvisioner = accountProvisioner;
        this.directory = directory;
        this.guard = guard;
        this.transactionRunner = transactionRunner;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Has a link mailed to the new address; the account stays as it is, and an earlier wish ends. Whether somebody has that address is not
     * looked at, so that neither the answer nor its time tells. Two at the same moment cannot both pass, as each also
     * writes the person's account.
     *
     * @throws TooManyAddressChanges where as many were asked for within the hour as may be
     */
    AddressChange ask(UserId person, String typed) {
        accountProvisioner.demand(person);
        var email = EmailAddress.read("email", typed).normal();
        return transactionRunner.call(() -> {
            var before = accountStore.get(person).particulars().email();
            if (email.equals(before)) {
                throw InvalidInput.of("email", "is the address of this account already");
            }
            var now = clock.instant();
            guard.write("address-changes", email);
            demandRoom(changes.findByUserIdAndAskedAtAfterOrderByAskedAt(person, now.minus(WINDOW)), now);
            demandRoom(changes.findByEmailAndAskedAtAfterOrderByAskedAt(email, now.minus(WINDOW)), now);
            open(person).forEach(earlier -> changes.save(earlier.withdraw()));
            var change = changes.save(AddressChange.ask(person, email, before, now, settings.validity()));
            accountStore.say(new AddressChangeRequested(person, change.id()));
            return change;
        });
    }

    /** Those whose link still opens: one at most. */
    List<AddressChange> waiting(UserId person) {
        var now = clock.instant();
        return open(person).stream().filter(change -> change.open(now)).toList();
    }

    /** Takes a wish back; again, nothing changes. */
    void withdraw(UserId person, AddressChangeId id) {
        transactionRunner.run(() -> changes.save(get(person, id).withdraw()));
    }

    /**
     * Gives the account the address that its person has shown to be theirs; sessions go on. As with names, the directory is told while our
     * changed copy is written but not committed: where it does not take the address or does not answer, nothing has happened and the link
     * still opens. A crash in between leaves the directory ahead of us, which the next look at it mends.
     *
     * @throws AddressTaken where somebody else has it by now
     * @throws DirectoryUnavailable where the directory gives no answer; the link still opens
     */
    void prove(UserId person, AddressChangeToken token) {
        transactionRunner.run(() -> {
            var change = get(person, token.change());
            changes.save(change.prove(token.hash(), clock.instant()));
            var account = accountStore.get(person);
            accountStore.keep(account.observe(account.particulars().reachedAt(change.email())));
            accountStore.say(new AddressChanged(person, change.id()));
            directory.readdress(person, change.email());
        });
        log.info("Account {} has another address.", person);
    }

    private AddressChange get(UserId person, AddressChangeId id) {
        return changes.findById(id)
                .filter(change -> change.userId().equals(person))
                .orElseThrow(NotFound::new);
    }

    private List<AddressChange> open(UserId person) {
        return changes.findByUserIdAndState(person, AddressChangeState.OPEN);
    }

    private void demandRoom(List<AddressChange> ofTheHour, Instant now) {
        if (ofTheHour.size() >= settings.asksPerHour()) {
            var next = ofTheHour.getFirst().askedAt().plus(WINDOW);
            throw new TooManyAddressChanges(settings.asksPerHour(), Duration.between(now, next));
        }
    }
}
