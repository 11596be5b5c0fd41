package dev.atelier.workspace.billing;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.kit.mongo.WorkspaceOwned;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A stored billing account.
 *
 * @param id the id of the workspace
 * @param customer the customer of the account; unique among all accounts
 */
@Document("billingAccounts")
@TypeAlias("billing-account")
record BillingAccountDocument(
        @Id UUID id,
        @Version @Nullable Long lock,
        @Indexed WorkspaceId workspaceId,

        @Nullable @Indexed(unique = true, sparse = true) @NotPersonal("a provider's id")
        String customer,

        BillingAccount account)
        implements WorkspaceOwned {}
