package dev.atelier.identity.profile;

import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.Account;
import dev.atelier.identity.account.AccountProvisioner;
import dev.atelier.identity.account.AccountStore;
import dev.atelier.identity.account.DirectoryUnavailable;
import dev.atelier.identity.account.PersonalDetails;
import dev.atelier.identity.account.UserDirectory;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.web.ExpectedVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads and changes the caller's own account. */
@Component
class ProfileService {
    private final AccountStore accountStore;
    private final AccountProvisioner accountProvisioner;
    private final UserDirectory directory;
    private final TransactionRunner transactionRunner;

    ProfileService(
            AccountStore accountStore,
            AccountProvisioner accountProvisioner,
            UserDirectory directory,
            TransactionRunner transactionRunner) {
        this.accountStore = accountStore;
        this.accountProvisioner = accountProvisioner;
        this.directory = directory;
        this.transactionRunner = transactionRunner;
    }

    /**
     * Returns the caller's account and creates it on first contact. While the address is unverified here, the directory
     * is read, so that a verification on Keycloak's pages is visible at once. The local copy answers while the
     * directory is unavailable.
     */
    Account of(UserId id) {
        var known = accountStore.find(id);
        if (known.filter(account -> account.particulars().emailVerified()).isPresent()) {
            return known.get();
        }
        try {
            return accountProvisioner.synchronize(id).orElseThrow(NotFound::new);
        } catch (DirectoryUnavailable away) {
            return known.orElseThrow(() -> away);
        }
    }

    /**
     * Changes the caller's account. New names are written to the directory while the local change is written but not
     * committed: a concurrent change of the account fails on that write before it reaches the directory. After a crash
     * in between, the directory is ahead and the next synchronization corrects the local copy. A retried transaction
     * writes to the directory again, which is idempotent.
     */
    Account change(UserId id, ExpectedVersion expected, UpdateProfileRequest change) {
        of(id);
        return transactionRunner.call(() -> {
            var before = accountStore.require(id);
            expected.check(before.revision());
            var after = accountStore.save(
                    before.edit(change.appliedTo(before.particulars()), change.appliedTo(before.preferences())));
            if (!after.particulars().equals(before.particulars())) {
                rename(id, after.particulars());
            }
            return after;
        });
    }

    private void rename(UserId id, PersonalDetails named) {
        directory.rename(id, required("firstName", named.firstName()), required("lastName", named.lastName()));
    }

    /** Staff accounts made by hand may lack names; their first change must give both. */
    private static String required(String field, @Nullable String name) {
        if (name == null) {
            throw InvalidInput.of(field, "must be given, as the account has none yet");
        }
        return name;
    }
}
