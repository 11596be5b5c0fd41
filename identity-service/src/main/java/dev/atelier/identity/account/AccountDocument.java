package dev.atelier.identity.account;

import dev.atelier.events.UserStatus;
import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.Account.Deactivation;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The stored form of an {@link Account}.
 *
 * @param status null in documents from before the status existed
 */
@TypeAlias("account")
@Document("accounts")
record AccountDocument(
        @Id UserId id,
        PersonalDetails particulars,
        UserPreferences preferences,
        @Nullable UserStatus status,
        @Nullable Long avatar,
        @Nullable Deactivation deactivation,
        @Nullable DirectorySyncTask syncTask,
        long revision,
        long eventCount,
        @Version @Nullable Long lock) {
    static AccountDocument of(Account account) {
        return new AccountDocument(
                account.id(),
                account.particulars(),
                account.preferences(),
                account.status(),
                account.avatar(),
                account.deactivation(),
                account.syncTask(),
                account.revision(),
                account.eventCount(),
                account.lock());
    }

    Account account() {
        return new Account(
                id,
                particulars,
                preferences,
                known(status),
                avatar,
                deactivation,
                syncTask,
                revision,
                eventCount,
                lock);
    }

    private static UserStatus known(@Nullable UserStatus status) {
        return status == null ? UserStatus.NONE : status;
    }
}
