package dev.atelier.identity.profile;

import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.Account;
import dev.atelier.identity.account.Directory;
import dev.atelier.identity.account.DirectoryUnavailable;
import dev.atelier.identity.account.Particulars;
import dev.atelier.identity.account.Provisioning;
import dev.atelier.identity.account.Register;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.InvalidInput;
import dev.atelier.kit.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People reading and changing their own account. */
@Component
class Profiles {
    private final Register register;
    private final Provisioning provisioning;
    private final Directory directory;
    private final Transactions transactions;

    Profiles(Register register, Provisioning provisioning, Directory directory, Transactions transactions) {
        this.register = register;
        this.provisioning = provisioning;
        this.directory = directory;
        this.transactions = transactions;
    }

    /**
     * The caller's account, made here where this is the first that we hear of them. Where the address is not verified as
     * far as we know, the directory is asked: whoever verifies it on Keycloak's pages and comes straight here is told so.
     * Our copy answers while the directory is away.
     */
    Account of(UserId id) {
        var known = register.find(id);
        if (known.filter(account -> account.particulars().emailVerified()).isPresent()) {
            return known.get();
        }
        try {
            return provisioning.refresh(id).orElseThrow(NotFound::new);
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
    Account change(UserId id, ExpectedVersion expected, ProfileChange change) {
        of(id);
        return transactions.call(() -> {
            var before = register.get(id);
            expected.check(before.revision());
            var after = register.keep(
                    before.edit(change.appliedTo(before.particulars()), change.appliedTo(before.preferences())));
            if (!after.particulars().equals(before.particulars())) {
                rename(id, after.particulars());
            }
            return after;
        });
    }

    private void rename(UserId id, Particulars named) {
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
