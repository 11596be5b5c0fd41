package dev.atelier.workspace.integration;

import dev.atelier.events.id.IntegrationId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.Access;
import dev.atelier.kit.crypto.Secrets;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.responsibility.Responsibilities;
import dev.atelier.kit.responsibility.Suspended;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.InvalidInput;
import dev.atelier.kit.web.NotFound;
import dev.atelier.workspace.fact.Change;
import dev.atelier.workspace.fact.Facts;
import dev.atelier.workspace.integration.trial.Trials;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * What workspaces are connected with: kept by the manager, read by the members. A system is asked before anything is kept,
 * outside every transaction; who does it must still be the manager when it is kept.
 */
@Component
class Integrations {
    /** Most systems of one workspace. */
    static final int MAX = 50;

    private final IntegrationDocuments documents;
    private final Trials trials;
    private final Secrets secrets;
    private final Access access;
    private final Responsibilities responsibilities;
    private final Facts facts;
    private final Transactions transactions;
    private final Clock clock;

    Integrations(
            IntegrationDocuments documents,
            Trials trials,
            Secrets secrets,
            Access access,
            Responsibilities responsibilities,
            Facts facts,
            Transactions transactions,
            Clock clock) {
        this.documents = documents;
        this.trials = trials;
        this.secrets = secrets;
        this.access = access;
        this.responsibilities = responsibilities;
        this.facts = facts;
        this.transactions = transactions;
        this.clock = clock;
    }

    Integration connect(WorkspaceId workspace, NewIntegration wanted, UserId by) {
        access.manager(workspace, by);
        demandRoom(workspace);
        var wish = wanted.wish();
        var described = tried(wish);
        var id = IntegrationId.next();
        return transactions.call(() -> {
            relyOnManager(workspace, by);
            demandRoom(workspace);
            var sealed = secrets.seal(wish.secret(), Integration.context(id));
            return store(Integration.connect(id, workspace, described, sealed, wish.lastFour(), by, now()));
        });
    }

    /** Changes what is named; the secret stays where none is sent, but never follows to another address. */
    Integration change(
            WorkspaceId workspace, IntegrationId id, IntegrationPatch patch, ExpectedVersion expected, UserId by) {
        access.manager(workspace, by);
        var before = integration(workspace, id);
        expected.check(before.version());
        demandNotSuspended(before);
        var wish = patch.onto(before.described(), secret(before));
        if (!wish.address().toString().equals(before.address()) && patch.secret() == null) {
            throw InvalidInput.of("secret", "must be sent again when the address changes");
        }
        var described = tried(wish);
        return transactions.call(() -> {
            relyOnManager(workspace, by);
            var current = integration(workspace, id);
            expected.check(current.version());
            demandNotSuspended(current);
            var sealed =
                    patch.secret() == null ? current.secret() : secrets.seal(wish.secret(), Integration.context(id));
            return store(current.change(described, sealed, wish.lastFour(), by, now()));
        });
    }

    /** Asks the system again with what is stored. */
    Integration tryAgain(WorkspaceId workspace, IntegrationId id, UserId by) {
        access.manager(workspace, by);
        var before = integration(workspace, id);
        demandNotSuspended(before);
        var account = trials.tryOut(before.kind(), URI.create(before.address()), secret(before), before.references());
        return transactions.call(() -> {
            relyOnManager(workspace, by);
            return documents.save(integration(workspace, id).works(account, now()));
        });
    }

    /** Makes the manager responsible. */
    Integration takeOver(WorkspaceId workspace, IntegrationId id, ExpectedVersion expected, UserId by) {
        access.manager(workspace, by);
        return transactions.call(() -> {
            relyOnManager(workspace, by);
            var current = integration(workspace, id);
            expected.check(current.version());
            return store(current.assign(by));
        });
    }

    void remove(WorkspaceId workspace, IntegrationId id, ExpectedVersion expected, UserId by) {
        access.manager(workspace, by);
        transactions.run(() -> {
            relyOnManager(workspace, by);
            var current = integration(workspace, id);
            expected.check(current.version());
            documents.deleteByWorkspaceIdAndId(workspace, id);
            facts.say(current.remove(by));
        });
    }

    Integration read(WorkspaceId workspace, IntegrationId id) {
        return integration(workspace, id);
    }

    /** Those after another one, in the order in which they were connected. */
    List<Integration> after(WorkspaceId workspace, IntegrationId after, int limit) {
        return documents.findByWorkspaceIdAndIdGreaterThanOrderById(workspace, after, Limit.of(limit));
    }

    private Described tried(Wish wish) {
        var account = trials.tryOut(wish.kind(), wish.address(), wish.secret(), wish.references());
        return new Described(wish.kind(), wish.name(), wish.address().toString(), account, wish.references());
    }

    Integration store(Change<Integration> change) {
        var stored = documents.save(change.after());
        facts.say(change);
        return stored;
    }

    /** A hand-over or removal at the same moment and this do not both commit. */
    private void relyOnManager(WorkspaceId workspace, UserId by) {
        responsibilities.relyOnManager(workspace, by);
    }

    private static void demandNotSuspended(Integration integration) {
        var suspension = integration.suspension();
        if (suspension != null) {
            throw new Suspended(suspension);
        }
    }

    private String secret(Integration integration) {
        return secrets.open(integration.secret(), Integration.context(integration.id()));
    }

    private Integration integration(WorkspaceId workspace, IntegrationId id) {
        return documents.findByWorkspaceIdAndId(workspace, id).orElseThrow(NotFound::new);
    }

    /** For one more; who connects one has relied on their membership, so that of two at the same moment one sees the other. */
    private void demandRoom(WorkspaceId workspace) {
        if (documents.countByWorkspaceId(workspace) >= MAX) {
            throw new TooManyIntegrations(MAX);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
