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
 * @param status set by operators alone
 * @param avatar counts the pictures the person has shown, by the revision that brought each; null where there is none
 * @param deactivation null while the account is open
 * @param errand null where the directory knows all it must
 * @param revision grows by one with each change that others may see: the ETag and the state's version
 * @param said how many events were said about it
 * @param lock the stored document's version; null before it is stored
 */
public record Account(
        UserId id,
        PersonalDetails particulars,
        UserPreferences preferences,
        UserStatus status,
        @Nullable Long avatar,
        @Nullable Deactivation deactivation,
        @Nullable DirectorySyncTask errand,
        long revision,
        long said,
        @Nullable Long lock) {

    /**
     * An operator shut the account.
     *
     * @param hold null where nobody else is thought to have it
     */
    public record Deactivation(
            UserId by, Instant at, @Nullable RecoveryHold hold) {}

    /** How far the recovery of a shut account is. */
    public enum RecoveryHold {
        /** Nobody signs in. */
        SHUT,
        /** Nothing of before opens it: the directory lets in whoever makes new credentials. */
        LET_IN,
        /** Nobody showed that it is theirs. Nobody signs in; another recovery may open it. */
        LOST
    }

    /** A person is seen for the first time. */
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
        return nobody.saying(events);
    }

    /** Takes over what the directory holds now. */
    public AccountChange observe(PersonalDetails now) {
        var events = new ArrayList<IdentityEvent>();
        var fields = particulars.changedTo(now);
        if (!fields.isEmpty()) {
            events.add(new ProfileChanged(id, fields));
        }
        if (now.emailVerified() && !particulars.emailVerified()) {
            events.add(new UserActivated(id));
        }
        return with(now, preferences, deactivation, errand).saying(events);
    }

    /** The person changes what is theirs to change. */
    public AccountChange edit(PersonalDetails names, UserPreferences preferred) {
        var fields = new TreeSet<>(particulars.changedTo(names));
        if (!preferences.locale().equals(preferred.locale())) {
            fields.add("locale");
        }
        if (!preferences.timeZone().equals(preferred.timeZone())) {
            fields.add("timeZone");
        }
        return fields.isEmpty()
                ? AccountChange.none(this)
                : with(names, preferred, deactivation, errand)
                        .saying(List.of(new ProfileChanged(id, Set.copyOf(fields))));
    }

    /** Shuts the account; again, it stays as it is. */
    public AccountChange deactivate(UserId by, Instant now) {
        return deactivated()
                ? AccountChange.none(this)
                : with(
                                particulars,
                                preferences,
                                new Deactivation(by, now, null),
                                DirectorySyncTask.of(revision + 1, now))
                        .saying(List.of(new UserDeactivated(id, by)));
    }

    /** Opens the account; again, it stays as it is. */
    public AccountChange reactivate(UserId by, Instant now) {
        return deactivated()
                ? with(particulars, preferences, null, DirectorySyncTask.of(revision + 1, now))
                        .saying(List.of(new UserReactivated(id, by)))
                : AccountChange.none(this);
    }

    /** Shuts the account, or takes it over where it is shut, until its recovery ends. */
    public AccountChange hold(RecoveryCaseId recovery, UserId by, Instant now) {
        var opened = new RecoveryOpened(id, recovery, by);
        return with(
                        particulars,
                        preferences,
                        new Deactivation(by, now, RecoveryHold.SHUT),
                        DirectorySyncTask.of(revision + 1, now))
                .saying(deactivated() ? List.of(opened) : List.of(new UserDeactivated(id, by), opened));
    }

    /** The directory opens the account for new credentials, by itself; here it stays shut. */
    public Account letIn() {
        return with(
                particulars,
                preferences,
                new Deactivation(Objects.requireNonNull(deactivation).by(), deactivation.at(), RecoveryHold.LET_IN),
                null);
    }

    /** Opens the account for its owner. */
    public AccountChange giveBack(RecoveryCaseId recovery, UserId by) {
        return with(particulars, preferences, null, null)
                .saying(List.of(new UserReactivated(id, by), new RecoveryCompleted(id, recovery)));
    }

    /** Leaves the account shut. */
    public AccountChange giveUp(RecoveryCaseId recovery, UserId by, Instant now) {
        return with(
                        particulars,
                        preferences,
                        new Deactivation(by, now, RecoveryHold.LOST),
                        DirectorySyncTask.of(revision + 1, now))
                .saying(List.of(new RecoveryDismissed(id, recovery, by)));
    }

    /** Sets the status; the same again changes nothing. */
    public AccountChange rank(UserStatus given, UserId by) {
        return given == status
                ? AccountChange.none(this)
                : new Account(id, particulars, preferences, given, avatar, deactivation, errand, revision, said, lock)
                        .saying(List.of(new StatusChanged(id, given, by)));
    }

    /** Shows another picture than before. */
    public AccountChange picture() {
        return showing(revision + 1);
    }

    /** Shows no picture any more; without one nothing changes. */
    public AccountChange withoutPicture() {
        return avatar == null ? AccountChange.none(this) : showing(null);
    }

    private AccountChange showing(@Nullable Long shown) {
        return new Account(id, particulars, preferences, status, shown, deactivation, errand, revision, said, lock)
                .saying(List.of(new ProfileChanged(id, Set.of("avatar"))));
    }

    public boolean deactivated() {
        return deactivation != null;
    }

    /** Whether it is shut until its recovery ends. */
    public boolean held() {
        return suspect() && Objects.requireNonNull(deactivation).hold() != RecoveryHold.LOST;
    }

    /** Whether somebody else may have had it: what it made is not to be trusted, and its recovery alone opens it. */
    public boolean suspect() {
        return deactivation != null && deactivation.hold() != null;
    }

    /** Whether nobody may sign in. */
    public boolean shutInDirectory() {
        return deactivation != null && deactivation.hold() != RecoveryHold.LET_IN;
    }

    /** Whether the directory lets someone in whom we have shut out, and nobody is on the way to tell it. */
    boolean wronglyOpen(DirectoryUser directoryUser) {
        return shutInDirectory() && errand == null && directoryUser.enabled();
    }

    /** Sends the directory the same word again. */
    Account remind(Instant now) {
        return with(particulars, preferences, deactivation, DirectorySyncTask.of(revision, now));
    }

    /** The errand is done, unless a later change has replaced it. */
    public Account errandDone(DirectorySyncTask done) {
        return onErrand(done) ? with(particulars, preferences, deactivation, null) : this;
    }

    /** The errand failed and is tried again, unless a later change has replaced it. */
    public Account errandFailed(DirectorySyncTask failed, Instant now) {
        return onErrand(failed) ? with(particulars, preferences, deactivation, failed.failed(now)) : this;
    }

    private boolean onErrand(DirectorySyncTask other) {
        return errand != null && errand.revision() == other.revision();
    }

    /** One more event was said about the person that changes nothing of their state. */
    Account saidOneMore() {
        return new Account(
                id, particulars, preferences, status, avatar, deactivation, errand, revision, said + 1, lock);
    }

    /** What others may know. */
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
                held(),
                false,
                revision);
    }

    private AccountChange saying(List<IdentityEvent> events) {
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
                                errand,
                                revision + 1,
                                said + events.size(),
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
                said,
                lock);
    }
}
