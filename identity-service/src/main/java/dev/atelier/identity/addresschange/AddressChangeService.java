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

/** Requests and confirms changes of e-mail addresses. */
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
     * Mails a link to the new address; the account stays as it is, and an earlier request is withdrawn. Whether another
     * account has the address is not looked up, so neither the answer nor its timing reveals it. Two concurrent
     * requests cannot both pass the limit, as each also writes the person's account.
     *
     * @throws TooManyAddressChanges where the hourly limit is reached
     */
    AddressChange request(UserId person, String typed) {
        accountProvisioner.getOrProvision(person);
        var email = EmailAddress.read("email", typed).normalized();
        return transactionRunner.call(() -> {
            var before = accountStore.require(person).particulars().email();
            if (email.equals(before)) {
                throw InvalidInput.of("email", "is the address of this account already");
            }
            var now = clock.instant();
            guard.write("address-changes", email);
            requireWithinLimit(changes.findByUserIdAndAskedAtAfterOrderByAskedAt(person, now.minus(WINDOW)), now);
            requireWithinLimit(changes.findByEmailAndAskedAtAfterOrderByAskedAt(email, now.minus(WINDOW)), now);
            open(person).forEach(earlier -> changes.save(earlier.withdraw()));
            var change = changes.save(AddressChange.request(person, email, before, now, settings.validity()));
            accountStore.publish(new AddressChangeRequested(person, change.id()));
            return change;
        });
    }

    /** Returns the open requests: one at most. */
    List<AddressChange> findOpen(UserId person) {
        var now = clock.instant();
        return open(person).stream().filter(change -> change.open(now)).toList();
    }

    /** Withdraws a request; no change where it is not open. */
    void withdraw(UserId person, AddressChangeId id) {
        transactionRunner.run(() -> changes.save(get(person, id).withdraw()));
    }

    /**
     * Gives the account the proven address; sessions stay valid. The directory is changed while the local change is
     * written but not committed: where the directory refuses or does not answer, the transaction is rolled back and the
     * link stays valid. After a crash in between, the directory is ahead and the next synchronization corrects the
     * local copy.
     *
     * @throws AddressTaken where another account has the address by now
     * @throws DirectoryUnavailable where the directory does not answer; the link stays valid
     */
    void confirm(UserId person, AddressChangeToken token) {
        transactionRunner.run(() -> {
            var change = get(person, token.change());
            changes.save(change.confirm(token.hash(), clock.instant()));
            var account = accountStore.require(person);
            accountStore.save(account.applyDirectoryState(account.particulars().withVerifiedEmail(change.email())));
            accountStore.publish(new AddressChanged(person, change.id()));
            directory.changeEmail(person, change.email());
        });
        log.info("The e-mail address of account {} was changed.", person);
    }

    private AddressChange get(UserId person, AddressChangeId id) {
        return changes.findById(id)
                .filter(change -> change.userId().equals(person))
                .orElseThrow(NotFound::new);
    }

    private List<AddressChange> open(UserId person) {
        return changes.findByUserIdAndState(person, AddressChangeState.OPEN);
    }

    private void requireWithinLimit(List<AddressChange> ofTheHour, Instant now) {
        if (ofTheHour.size() >= settings.asksPerHour()) {
            var next = ofTheHour.getFirst().askedAt().plus(WINDOW);
            throw new TooManyAddressChanges(settings.asksPerHour(), Duration.between(now, next));
        }
    }
}
