package dev.atelier.identity.account;

import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.Account.Deactivation;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/** An {@link Account} as it lies in the database. */
@Document("accounts")
record StoredAccount(
        @Id UserId id,
        Particulars particulars,
        Preferences preferences,
        @Nullable Deactivation deactivation,
        @Nullable Errand errand,
        long revision,
        long said,
        @Version @Nullable Long lock) {
    static StoredAccount of(Account account) {
        return new StoredAccount(
                account.id(),
                account.particulars(),
                account.preferences(),
                account.deactivation(),
                account.errand(),
                account.revision(),
                account.said(),
                account.lock());
    }

    Account account() {
        return new Account(id, particulars, preferences, deactivation, errand, revision, said, lock);
    }
}
