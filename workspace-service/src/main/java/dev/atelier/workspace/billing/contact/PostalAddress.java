package dev.atelier.workspace.billing.contact;

import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import dev.atelier.kit.web.validation.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A postal address.
 *
 * @param line1 1 to 200 characters
 * @param line2 up to 200 characters
 * @param postalCode up to 20 characters; some countries have none
 * @param city 1 to 100 characters
 * @param country two capital letters of ISO 3166, such as {@code FR}
 */
record PostalAddress(
        @NotBlank @Size(max = 200) @OneLine
        @PersonalData(
                category = Category.CONTACT,
                purpose = BillingDetails.PURPOSE,
                basis = Basis.CONTRACT,
                retention = BillingDetails.RETENTION)
        String line1,

        @Nullable @Size(max = 200) @OneLine
        @PersonalData(
                category = Category.CONTACT,
                purpose = BillingDetails.PURPOSE,
                basis = Basis.CONTRACT,
                retention = BillingDetails.RETENTION)
        String line2,

        @Nullable @Size(max = 20) @OneLine
        @PersonalData(
                category = Category.CONTACT,
                purpose = BillingDetails.PURPOSE,
                basis = Basis.CONTRACT,
                retention = BillingDetails.RETENTION)
        String postalCode,

        @NotBlank @Size(max = 100) @OneLine
        @PersonalData(
                category = Category.CONTACT,
                purpose = BillingDetails.PURPOSE,
                basis = Basis.CONTRACT,
                retention = BillingDetails.RETENTION)
        String city,

        @NotBlank @Pattern(regexp = "[A-Z]{2}", message = "must be two capital letters, such as FR") @NotPersonal("a country")
        String country) {}
