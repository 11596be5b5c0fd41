package dev.atelier.events;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import org.jspecify.annotations.Nullable;

/**
 * A person as other services may know them: the one record with personal data on Kafka (names, address, locale), gone
 * from it within a day of their erasure.
 *
 * @param activated whether the e-mail address is verified; until then others see the address, afterwards the names
 * @param deactivated whether an operator has shut the account
 * @param locale a language tag of BCP 47, {@code en}
 * @param timeZone a zone of the IANA database, {@code Europe/Paris}
 * @param status null in a record that is older than statuses; see {@link #ring}
 * @param avatar which picture the person shows, a number that grows with each; null where they show none
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

    /** The status, none where nothing is said of it. */
    public UserStatus ring() {
        return status == null ? UserStatus.NONE : status;
    }

    /** Whether what the person started waits for the end of a recovery. */
    public boolean held() {
        return Boolean.TRUE.equals(recovering) && !ended;
    }

    /** The one name rule of I3: the address until activation, the names after it; empty after erasure. */
    public String displayName() {
        if (!activated) {
            return email == null ? "" : email;
        }
        return ((firstName == null ? "" : firstName) + " " + (lastName == null ? "" : lastName)).strip();
    }
}
