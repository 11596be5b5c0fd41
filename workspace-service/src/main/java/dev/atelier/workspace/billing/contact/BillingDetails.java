package dev.atelier.workspace.billing.contact;

import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import dev.atelier.kit.email.EmailAddress;
import dev.atelier.kit.email.ValidEmailAddress;
import dev.atelier.kit.web.validation.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The contact and address for bills.
 *
 * @param contactName 1 to 120 characters
 * @param email an {@link EmailAddress}
 * @param company up to 200 characters
 * @param taxId up to 40 letters, digits, dots, slashes, hyphens and spaces, such as {@code FR 83 404 833 048}
 */
public record BillingDetails(
        @NotBlank @Size(max = 120) @OneLine
        @PersonalData(
                category = Category.NAME,
                purpose = BillingDetails.PURPOSE,
                basis = Basis.CONTRACT,
                retention = BillingDetails.RETENTION)
        String contactName,

        @NotNull(message = "must be given") @ValidEmailAddress
        @PersonalData(
                category = Category.CONTACT,
                purpose = BillingDetails.PURPOSE,
                basis = Basis.CONTRACT,
                retention = BillingDetails.RETENTION)
        String email,

        @Nullable @Size(max = 200) @OneLine
        @PersonalData(
                category = Category.CONTACT,
                purpose = BillingDetails.PURPOSE,
                basis = Basis.CONTRACT,
                retention = BillingDetails.RETENTION)
        String company,

        @Nullable @Size(max = 40) @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9 ./-]*", message = "must be letters, digits, spaces, . / and -") @PersonalData(
                category = Category.CONTACT,
                purpose = BillingDetails.PURPOSE,
                basis = Basis.CONTRACT,
                retention = BillingDetails.RETENTION)
        String taxId,

        @NotNull(message = "must be given") @Valid PostalAddress address) {
    static final String PURPOSE = "bills of the workspace";
    static final String RETENTION = "until they are changed or the workspace is deleted";

    public BillingDetails {
        email = EmailAddress.find(email).map(EmailAddress::text).orElse(email);
    }
}
