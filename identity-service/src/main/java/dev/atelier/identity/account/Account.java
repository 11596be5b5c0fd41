package dev.atelier.identity.account;

import dev.atelier.events.IdentityEvent;
import dev.atelier.events.IdentityEvent.ProfileChanged;
import dev.atelier.events.IdentityEvent.RecoveryCompleted;
import dev.atelier.events.IdentityEvent.RecoveryDismissed;
import dev.atelier.events.IdentityEvent.RecoveryOpened;
import dev.atelier.events.IdentityEvent.StatusChanged;
import dev.atelier.events.IdentityEvent.UserActivated;
import dev.atelier.events.IdentityEvent.UserDeactivated;
import dev.atelier.events.IdentityEvent.UserReactivated;
import dev.atelier.events.IdentityEvent.UserRegistered;
import dev.atelier.events.UserState;
import dev.atelier.events.UserStatus;
import dev.atelier.events.id.RecoveryCaseId;
import dev.atelier.events.id.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A person's account.
 *
 * @param status only operators set it
 * @param avatar the revision that brought the present picture; null where there is none
 * @param deactivation null while the account is open
 * @param syncTask what the directory must still do; null where it is up to date
 * @param revision grows by one with each change that others may see: the ETag and the state's version
 * @param eventCount number of events published about the account
 * @param lock version of the stored document, for optimistic locking; null before it is stored
 */
public record Account(
        UserId id,
        PersonalDetails particulars,
        UserPreferences preferences,
        UserStatus status,
        @Nullable Long avatar,
        @Nullable Deactivation deactivation,
        @Nullable DirectorySyncTask syncTask,
        long revision,
        long eventCount,
        @Nullable Long lock) {

    /**
     * An operator deactivated the account.
     *
     * @param hold null where no recovery is involved
     */
    public record Deactivation(
            UserId by, Instant at, @Nullable RecoveryHold hold) {}

    /** State of the recovery of a deactivated account. */
    public enum RecoveryHold {
        /** Nobody can sign in. */
        SHUT,
        /** The directory admits only a sign-in with new credentials. */
        LET_IN,
        /** The recovery was dismissed. Nobody can sign in; another recovery may open the account. */
        LOST
    }

    /** Creates the account of a person who was unknown until now. */
    static AccountChange register(DirectoryUser directoryUser, UserPreferences preferences) {
        var nobody = new Account(
                directoryUser.id(),
                directoryUser.particulars(),
                preferences,
                UserStatus.NONE,
                null,
                null,
                null,
                0,
                0,
                null);
        var events = new ArrayList<IdentityEvent>(List.of(new UserRegistered(directoryUser.id())));
        if (directoryUser.particulars().emailVerified()) {
            events.add(new UserActivated(directoryUser.id()));
        }
        return nobody.withEvents(events);
    }

    /** Takes over the directory's present data. */
    public AccountChange applyDirectoryState(PersonalDetails now) {
        var events = new ArrayList<IdentityEvent>();
        var fields = particulars.changedFields(now);
        if (!fields.isEmpty()) {
            events.add(new ProfileChanged(id, fields));
        }
        if (now.emailVerified() && !particulars.emailVerified()) {
            events.add(new UserActivated(id));
        }
        return with(now, preferences, deactivation, syncTask).withEvents(events);
    }

    /** Applies the person's own changes. */
    public AccountChange edit(PersonalDetails names, UserPreferences preferred) {
        var fields = new TreeSet<>(particulars.changedFields(names));
        if (!preferences.locale().equals(preferred.locale())) {
            fields.add("locale");
        }
        if (!preferences.timeZone().equals(preferred.timeZone())) {
            fields.add("timeZone");
        }
        return fields.isEmpty()
                ? AccountChange.none(this)
                : with(names, preferred, deactivation, syncTask)
                        .withEvents(List.of(new ProfileChanged(id, Set.copyOf(fields))));
    }

    /** Deactivates the account; no change where it is deactivated already. */
    public AccountChange deactivate(UserId by, Instant now) {
        return deactivated()
                ? AccountChange.none(this)
                : with(
                                particulars,
                                preferences,
                                new Deactivation(by, now, null),
                                DirectorySyncTask.of(revision + 1, now))
                        .withEvents(List.of(new UserDeactivated(id, by)));
    }

    /** Reactivates the account; no change where it is open already. */
    public AccountChange reactivate(UserId by, Instant now) {
        return deactivated()
                ? with(particulars, preferences, null, DirectorySyncTask.of(revision + 1, now))
                        .withEvents(List.of(new UserReactivated(id, by)))
                : AccountChange.none(this);
    }

    /** Deactivates the account until its recovery ends, also where it is deactivated already. */
    public AccountChange startRecovery(RecoveryCaseId recovery, UserId by, Instant now) {
        var opened = new RecoveryOpened(id, recovery, by);
        return with(
                        particulars,
                        preferences,
                        new Deactivation(by, now, RecoveryHold.SHUT),
                        DirectorySyncTask.of(revision + 1, now))
                .withEvents(deactivated() ? List.of(opened) : List.of(new UserDeactivated(id, by), opened));
    }

    /** Records that the directory admits new credentials; the account itself stays deactivated. */
    public Account openForNewCredentials() {
        return with(
                particulars,
                preferences,
                new Deactivation(Objects.requireNonNull(deactivation).by(), deactivation.at(), RecoveryHold.LET_IN),
                null);
    }

    /** Completes the recovery and reactivates the account. */
    public AccountChange completeRecovery(RecoveryCaseId recovery, UserId by) {
        return with(particulars, preferences, null, null)
                .withEvents(List.of(new UserReactivated(id, by), new RecoveryCompleted(id, recovery)));
    }

    /** Dismisses the recovery; the account stays deactivated. */
    public AccountChange dismissRecovery(RecoveryCaseId recovery, UserId by, Instant now) {
        return with(
                        particulars,
                        preferences,
                        new Deactivation(by, now, RecoveryHold.LOST),
                        DirectorySyncTask.of(revision + 1, now))
                .withEvents(List.of(new RecoveryDismissed(id, recovery, by)));
    }

    /** Changes the status; no change where it is the same. */
    public AccountChange changeStatus(UserStatus given, UserId by) {
        return given == status
                ? AccountChange.none(this)
                : new Account(
                                id,
                                particulars,
                                preferences,
                                given,
                                avatar,
                                deactivation,
                                syncTask,
                                revision,
                                eventCount,
                                lock)
                        .withEvents(List.of(new StatusChanged(id, given, by)));
    }

    /** Records a new picture. */
    public AccountChange changeAvatar() {
        return showing(revision + 1);
    }

    /** Removes the picture; no change where there is none. */
    public AccountChange removeAvatar() {
        return avatar == null ? AccountChange.none(this) : showing(null);
    }

    private AccountChange showing(@Nullable Long shown) {
        return new Account(
                        id, particulars, preferences, status, shown, deactivation, syncTask, revision, eventCount, lock)
                .withEvents(List.of(new ProfileChanged(id, Set.of("avatar"))));
    }

    public boolean deactivated() {
        return deactivation != null;
    }

    /** Whether a recovery is under way. */
    public boolean inRecovery() {
        return needsRecovery() && Objects.requireNonNull(deactivation).hold() != RecoveryHold.LOST;
    }

    /** Whether somebody else may have used the account: what it made is not trusted, and only a recovery opens it. */
    public boolean needsRecovery() {
        return deactivation != null && deactivation.hold() != null;
    }

    /** Whether the directory must refuse every sign-in. */
    public boolean mustBeDisabledInDirectory() {
        return deactivation != null && deactivation.hold() != RecoveryHold.LET_IN;
    }

    /** Whether the directory admits a user whom it must refuse, and no task is pending that corrects this. */
    boolean isWronglyEnabledIn(DirectoryUser directoryUser) {
        return mustBeDisabledInDirectory() && syncTask == null && directoryUser.enabled();
    }

    /** Schedules the same directory task again. */
    Account repeatSyncTask(Instant now) {
        return with(particulars, preferences, deactivation, DirectorySyncTask.of(revision, now));
    }

    /** Removes the task after success, unless a later change has replaced it. */
    public Account completeSyncTask(DirectorySyncTask done) {
        return hasPendingSyncTask(done) ? with(particulars, preferences, deactivation, null) : this;
    }

    /** Schedules the next attempt after a failure, unless a later change has replaced the task. */
    public Account rescheduleSyncTask(DirectorySyncTask failed, Instant now) {
        return hasPendingSyncTask(failed) ? with(particulars, preferences, deactivation, failed.failed(now)) : this;
    }

    private boolean hasPendingSyncTask(DirectorySyncTask other) {
        return syncTask != null && syncTask.revision() == other.revision();
    }

    /** Counts an event that does not change the account's state. */
    Account countEvent() {
        return new Account(
                id, particulars, preferences, status, avatar, deactivation, syncTask, revision, eventCount + 1, lock);
    }

    /** The state that is published to other services. */
    public UserState state() {
        return new UserState(
                id,
                particulars.firstName(),
                particulars.lastName(),
                particulars.email(),
                particulars.emailVerified(),
                deactivated(),
                preferences.locale(),
                preferences.timeZone(),
                status,
                avatar,
                inRecovery(),
                false,
                revision);
    }

    private AccountChange withEvents(List<IdentityEvent> events) {
        return events.isEmpty()
                ? AccountChange.none(this)
                : new AccountChange(
                        new Account(
                                id,
                                particulars,
                                preferences,
                                status,
                                avatar,
                                deactivation,
                                syncTask,
                                revision + 1,
                                eventCount + events.size(),
                                lock),
                        events);
    }

    private Account with(
            PersonalDetails personalDetails,
            UserPreferences preferences,
            @Nullable Deactivation deactivation,
            @Nullable DirectorySyncTask directorySyncTask) {
        return new Account(
                id,
                personalDetails,
                preferences,
                status,
                avatar,
                deactivation,
                directorySyncTask,
                revision,
                eventCount,
                lock);
    }
}
