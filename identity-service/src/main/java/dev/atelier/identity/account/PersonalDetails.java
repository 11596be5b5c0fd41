package dev.atelier.identity.account;

import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.index.Indexed;

/**
 * A person's names and address, as Keycloak holds them.
 *
 * @param email in lower case; null for staff without one
 * @param emailVerified whether the account is activated
 */
public record PersonalDetails(
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

        @Nullable @Indexed
        @PersonalData(
                category = Category.CONTACT,
                purpose = "sign-in, notifications, and shown until the account is activated",
                basis = Basis.CONTRACT,
                retention = "until the account is erased")
        String email,

        boolean emailVerified) {
    public PersonalDetails {
        firstName = stripped(firstName);
        lastName = stripped(lastName);
        email = email == null ? null : email.toLowerCase(Locale.ROOT);
    }

    public PersonalDetails withNames(@Nullable String first, @Nullable String last) {
        return new PersonalDetails(first, last, email, emailVerified);
    }

    /** A copy with another, verified address. */
    public PersonalDetails withVerifiedEmail(String address) {
        return new PersonalDetails(firstName, lastName, address, true);
    }

    /** The names of the fields that differ; a lost verification counts as {@code activated}. */
    Set<String> changedFields(PersonalDetails other) {
        var fields = new TreeSet<String>();
        if (!Objects.equals(firstName, other.firstName)) {
            fields.add("firstName");
        }
        if (!Objects.equals(lastName, other.lastName)) {
            fields.add("lastName");
        }
        if (!Objects.equals(email, other.email)) {
            fields.add("email");
        }
        if (emailVerified && !other.emailVerified) {
            fields.add("activated");
        }
        return fields;
    }

    private static @Nullable String stripped(@Nullable String name) {
        return name == null || name.isBlank() ? null : name.strip();
    }
}
