package dev.atelier.workspace.integration;

import dev.atelier.events.WorkspaceEvent.IntegrationChanged;
import dev.atelier.events.WorkspaceEvent.IntegrationConnected;
import dev.atelier.events.WorkspaceEvent.IntegrationRemoved;
import dev.atelier.events.id.IntegrationId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import dev.atelier.kit.crypto.SealedSecret;
import dev.atelier.kit.mongo.WorkspaceOwned;
import dev.atelier.workspace.fact.Change;
import dev.atelier.workspace.fact.Counted;
import dev.atelier.workspace.integration.trial.SystemKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A system that a workspace is connected with.
 *
 * @param account whose secret it is, as the system says; null where it says nothing
 * @param references repositories or projects there
 * @param lastFour the end of the secret, to be recognised by
 * @param worked when it was last asked with success
 * @param version of what people write into it
 * @param sequence how many facts it has said
 */
@Document("integrations")
@TypeAlias("integration")
@CompoundIndex(name = "of-workspace", def = "{workspaceId: 1, _id: 1}")
record Integration(
        @Id IntegrationId id,
        @Version @Nullable Long lock,
        WorkspaceId workspaceId,
        SystemKind kind,
        @NotPersonal("the display name of a thing") String name,
        @NotPersonal("an address of a machine") String address,

        @Nullable @PersonalData(
                category = Category.NAME,
                purpose = "says which account of another system the workspace uses",
                basis = Basis.CONTRACT,
                retention = "until the integration or the workspace is deleted")
        String account,

        @NotPersonal("names of repositories and projects") List<String> references,
        SealedSecret secret,
        @NotPersonal("the end of a secret") String lastFour,
        UserId createdBy,
        Instant createdAt,
        Instant changedAt,
        Instant worked,
        long version,
        long sequence)
        implements WorkspaceOwned, Counted {
    Integration {
        references = List.copyOf(references);
    }

    static Change<Integration> connect(
            IntegrationId id,
            WorkspaceId workspace,
            Described described,
            SealedSecret secret,
            String lastFour,
            UserId by,
            Instant now) {
        return Change.of(
                new Integration(
                        id,
                        null,
                        workspace,
                        described.kind(),
                        described.name(),
                        described.address(),
                        described.account(),
                        described.references(),
                        secret,
                        lastFour,
                        by,
                        now,
                        now,
                        now,
                        1,
                        1),
                new IntegrationConnected(workspace, id, described.kind().name(), by));
    }

    /** What its sealed secret belongs to: it opens nowhere else. */
    static String context(IntegrationId id) {
        return "integrations/" + id;
    }

    Change<Integration> change(Described described, SealedSecret newSecret, String newEnd, UserId by, Instant now) {
        return Change.of(
                with(described, newSecret, newEnd, now, now, version + 1, sequence + 1),
                new IntegrationChanged(workspaceId, id, kind.name(), by));
    }

    /** It was asked again and works. */
    Integration works(@Nullable String accountNow, Instant now) {
        var described = new Described(kind, name, address, accountNow, references);
        return with(described, secret, lastFour, changedAt, now, version, sequence);
    }

    /** What others hear last of it. */
    Change<Integration> remove(UserId by) {
        return Change.of(
                with(described(), secret, lastFour, changedAt, worked, version, sequence + 1),
                new IntegrationRemoved(workspaceId, id, kind.name(), by));
    }

    Described described() {
        return new Described(kind, name, address, account, references);
    }

    private Integration with(
            Described described,
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
                described.name(),
                described.address(),
                described.account(),
                described.references(),
                newSecret,
                newEnd,
                createdBy,
                createdAt,
                changed,
                answered,
                newVersion,
                newSequence);
    }
}
