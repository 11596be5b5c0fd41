package dev.atelier.workspace.integration;

import dev.atelier.events.WorkspaceEvent.IntegrationChanged;
import dev.atelier.events.WorkspaceEvent.IntegrationConnected;
import dev.atelier.events.WorkspaceEvent.IntegrationRemoved;
import dev.atelier.events.WorkspaceEvent.IntegrationSuspended;
import dev.atelier.events.id.IntegrationId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import dev.atelier.kit.crypto.SealedContext;
import dev.atelier.kit.crypto.SealedSecret;
import dev.atelier.kit.responsibility.ActsForMember;
import dev.atelier.kit.responsibility.Suspension;
import dev.atelier.workspace.event.AggregateChange;
import dev.atelier.workspace.event.SequencedAggregate;
import dev.atelier.workspace.integration.probe.IntegrationKind;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Another system that a workspace is connected with.
 *
 * @param account the account that the secret belongs to, as the system reports it; null if it does not
 * @param references repositories or projects there
 * @param lastFour the end of the secret, to recognise it
 * @param responsible who connected it, or has taken it over since
 * @param suspension null while its secret may be used
 * @param worked when the last request to it succeeded
 * @param version the version of what people change
 * @param sequence how many events it has published
 */
@Document("integrations")
@TypeAlias("integration")
@CompoundIndex(name = "of-workspace", def = "{workspaceId: 1, _id: 1}")
@CompoundIndex(name = "by-responsible", def = "{responsible: 1}")
@CompoundIndex(name = "by-creator", def = "{createdBy: 1}")
record Integration(
        @Id IntegrationId id,
        @Version @Nullable Long lock,
        WorkspaceId workspaceId,
        IntegrationKind kind,
        @NotPersonal("the display name of a thing") String name,
        @NotPersonal("an address of a machine") String address,

        @Nullable @PersonalData(
                category = Category.NAME,
                purpose = "says which account of another system the workspace uses",
                basis = Basis.CONTRACT,
                retention = "until the integration or the workspace is deleted")
        String account,

        @NotPersonal("names of repositories and projects") List<String> references,
        @SealedContext("integrations/") SealedSecret secret,
        @NotPersonal("the end of a secret") String lastFour,
        UserId createdBy,
        UserId responsible,
        @Nullable Suspension suspension,
        Instant createdAt,
        Instant changedAt,
        Instant worked,
        long version,
        long sequence)
        implements ActsForMember, SequencedAggregate {
    /** In documents older than responsibility, the creator is responsible. */
    Integration {
        responsible = Objects.requireNonNullElse(responsible, createdBy);
        references = List.copyOf(references);
    }

    static AggregateChange<Integration> connect(
            IntegrationId id,
            WorkspaceId workspace,
            IntegrationDetails integrationDetails,
            SealedSecret secret,
            String lastFour,
            UserId by,
            Instant now) {
        return AggregateChange.of(
                new Integration(
                        id,
                        null,
                        workspace,
                        integrationDetails.kind(),
                        integrationDetails.name(),
                        integrationDetails.address(),
                        integrationDetails.account(),
                        integrationDetails.references(),
                        secret,
                        lastFour,
                        by,
                        by,
                        null,
                        now,
                        now,
                        now,
                        1,
                        1),
                new IntegrationConnected(
                        workspace, id, integrationDetails.kind().name(), by));
    }

    /** Returns the context that the secret is encrypted for; it cannot be decrypted with another one. */
    static String context(IntegrationId id) {
        return "integrations/" + id;
    }

    AggregateChange<Integration> update(
            IntegrationDetails integrationDetails, SealedSecret newSecret, String newEnd, UserId by, Instant now) {
        return AggregateChange.of(
                with(integrationDetails, newSecret, newEnd, now, now, version + 1, sequence + 1),
                new IntegrationChanged(workspaceId, id, kind.name(), by));
    }

    /** Records a successful probe. */
    Integration recordSuccess(@Nullable String accountNow, Instant now) {
        var integrationDetails = new IntegrationDetails(kind, name, address, accountNow, references);
        return with(integrationDetails, secret, lastFour, changedAt, now, version, sequence);
    }

    /** Suspends the use of its secret. */
    AggregateChange<Integration> suspend(Suspension by) {
        return AggregateChange.of(
                withResponsibility(responsible, by, sequence + 1),
                new IntegrationSuspended(workspaceId, id, by.of(), by.reason()));
    }

    /** Ends the suspension. */
    AggregateChange<Integration> resume() {
        return AggregateChange.withoutEvent(withResponsibility(responsible, null, sequence));
    }

    /** Makes another member responsible and ends a suspension. */
    AggregateChange<Integration> assign(UserId to) {
        return AggregateChange.of(
                withResponsibility(to, null, sequence + 1), new IntegrationChanged(workspaceId, id, kind.name(), to));
    }

    private Integration withResponsibility(
            UserId newResponsible, @Nullable Suspension newSuspension, long newSequence) {
        return new Integration(
                id,
                lock,
                workspaceId,
                kind,
                name,
                address,
                account,
                references,
                secret,
                lastFour,
                createdBy,
                newResponsible,
                newSuspension,
                createdAt,
                changedAt,
                worked,
                version + 1,
                newSequence);
    }

    /** Returns the last change, with the event that the integration was removed. */
    AggregateChange<Integration> remove(UserId by) {
        return AggregateChange.of(
                with(details(), secret, lastFour, changedAt, worked, version, sequence + 1),
                new IntegrationRemoved(workspaceId, id, kind.name(), by));
    }

    IntegrationDetails details() {
        return new IntegrationDetails(kind, name, address, account, references);
    }

    private Integration with(
            IntegrationDetails integrationDetails,
            SealedSecret newSecret,
            String newEnd,
            Instant changed,
            Instant answered,
            long newVersion,
            long newSequence) {
        return new Integration(
                id,
                lock,
                workspaceId,
                kind,
                integrationDetails.name(),
                integrationDetails.address(),
                integrationDetails.account(),
                integrationDetails.references(),
                newSecret,
                newEnd,
                createdBy,
                responsible,
                suspension,
                createdAt,
                changed,
                answered,
                newVersion,
                newSequence);
    }
}
