package dev.atelier.events;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import org.jspecify.annotations.Nullable;

/**
 * A user as other services may know them. The only record with personal data on Kafka (names, address, locale); removed
 * from it within a day after the account is erased.
 *
 * @param activated whether the e-mail address is verified; before that others see the address, afterwards the names
 * @param deactivated whether an operator has locked the account
 * @param locale a language tag of BCP 47, {@code en}
 * @param timeZone a zone of the IANA database, {@code Europe/Paris}
 * @param status null in a record that is older than statuses; see {@link #statusOrNone}
 * @param avatar number of the user's picture, which increases with each new one; null if there is none
 */
@CloudEventType(value = "identity.user", version = 4)
@Topic(value = "identity.users", source = "/identity-service")
public record UserState(
        UserId userId,

        @Nullable @PersonalData(
                category = Category.NAME,
                purpose = "shown to the people one works with",
                basis = Basis.CONTRACT,
                retention = "until the account is erased")
        String firstName,

        @Nullable @PersonalData(
                category = Category.NAME,
                purpose = "shown to the people one works with",
                basis = Basis.CONTRACT,
                retention = "until the account is erased")
        String lastName,

        @Nullable @PersonalData(
                category = Category.CONTACT,
                purpose = "notifications, and shown until the account is activated",
                basis = Basis.CONTRACT,
                retention = "until the account is erased")
        String email,

        boolean activated,
        boolean deactivated,
        @Nullable @NotPersonal("a language of thousands") String locale,
        @Nullable @NotPersonal("a time zone of millions") String timeZone,
        @Nullable UserStatus status,
        @Nullable Long avatar,
        @Nullable Boolean recovering,
        boolean ended,
        long version)
        implements EntityState {
    @Override
    public String subject() {
        return "users/" + userId;
    }

    @Override
    public String key() {
        return userId.toString();
    }

    @Override
    public @Nullable WorkspaceId workspaceId() {
        return null;
    }

    /** Returns the status; {@link UserStatus#NONE} in older records. */
    public UserStatus statusOrNone() {
        return status == null ? UserStatus.NONE : status;
    }

    /** Whether what the user started waits for the end of an account recovery. */
    public boolean held() {
        return Boolean.TRUE.equals(recovering) && !ended;
    }

    /** Returns the name: the address until activation, then the names; empty after erasure. */
    public String displayName() {
        if (!activated) {
            return email == null ? "" : email;
        }
        return ((firstName == null ? "" : firstName) + " " + (lastName == null ? "" : lastName)).strip();
    }
}
