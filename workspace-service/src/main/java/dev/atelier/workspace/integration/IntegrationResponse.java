package dev.atelier.workspace.integration;

import dev.atelier.events.SuspensionReason;
import dev.atelier.events.id.IntegrationId;
import dev.atelier.events.id.UserId;
import dev.atelier.workspace.integration.probe.IntegrationKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An integration as members see it.
 *
 * @param account the account that the secret belongs to, as the system reports it
 * @param lastFour the end of the secret, for the manager only; empty if the secret is short
 * @param responsible the responsible member: who connected it, or has taken it over since
 * @param suspendedAt since when its secret is not used, because that member has left; null while it is used
 * @param lastVerifiedAt when the last request to it succeeded
 */
record IntegrationResponse(
        IntegrationId id,
        IntegrationKind kind,
        String name,
        String address,
        @Nullable String account,
        List<String> references,
        @Nullable String lastFour,
        UserId createdBy,
        UserId responsible,
        @Nullable Instant suspendedAt,
        @Nullable SuspensionReason suspendedReason,
        Instant createdAt,
        Instant changedAt,
        Instant lastVerifiedAt,
        long version) {
    static IntegrationResponse of(Integration integration, boolean manager) {
        var suspension = integration.suspension();
        return new IntegrationResponse(
                integration.id(),
                integration.kind(),
                integration.name(),
                integration.address(),
                integration.account(),
                integration.references(),
                manager ? integration.lastFour() : null,
                integration.createdBy(),
                integration.responsible(),
                suspension == null ? null : suspension.at(),
                suspension == null ? null : suspension.reason(),
                integration.createdAt(),
                integration.changedAt(),
                integration.worked(),
                integration.version());
    }
}
