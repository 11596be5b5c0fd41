package dev.atelier.workspace.billing.contact;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.WorkspaceOwned;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The stored billing details of a workspace.
 *
 * @param id the id of the workspace
 * @param version from 1
 */
@Document("billingDetails")
@TypeAlias("billing-details")
record BillingDetailsDocument(
        @Id UUID id,
        @Version @Nullable Long lock,
        @Indexed WorkspaceId workspaceId,
        BillingDetails details,
        Instant changedAt,
        long version)
        implements WorkspaceOwned {}
