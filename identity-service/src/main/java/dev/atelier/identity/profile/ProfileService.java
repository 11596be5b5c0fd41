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

/** People reading and changing their own account. */
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
     * The caller's account, made here where this is the first that we hear of them. Where the address is not verified as
     * far as we know, the directory is asked: whoever verifies it on Keycloak's pages and comes straight here is told so.
     * Our copy answers while the directory is away.
     */
    Account of(UserId id) {
        var known = accountStore.find(id);
        if (known.filter(account -> account.particulars().emailVerified()).isPresent()) {
            return known.get();
        }
        try {
            return accountProvisioner.refresh(id).orElseThrow(NotFound::new);
        } catch (DirectoryUnavailable away) {
            return known.orElseThrow(() -> away);
        }
    }

    /**
     * Changes the caller's account. New names go to the directory, their holder, while our changed copy is written but
     * not committed: whoever else changes the account at the same moment loses against that write before they reach
     * the directory, and a crash in between leaves the directory ahead of us, which the next look at it mends. The
     * directory may be told twice where our transaction is repeated; that changes nothing.
     */
    Account change(UserId id, ExpectedVersion expected, UpdateProfileRequest change) {
        of(id);
        return transactionRunner.call(() -> {
            var before = accountStore.get(id);
            expected.check(before.revision());
            var after = accountStore.keep(
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

    /** Staff made by hand may have no names yet; they then give both. */
    private static String required(String field, @Nullable String name) {
        if (name == null) {
            throw InvalidInput.of(field, "must be given, as the account has none yet");
        }
        return name;
    }
}
