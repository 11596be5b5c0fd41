package dev.atelier.workspace.integration;

import dev.atelier.events.id.IntegrationId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.crypto.SecretSealer;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.responsibility.CredentialSuspended;
import dev.atelier.kit.responsibility.ResponsibilityService;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.workspace.event.AggregateChange;
import dev.atelier.workspace.event.WorkspaceEventPublisher;
import dev.atelier.workspace.integration.probe.IntegrationProbe;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * The integrations of workspaces: changed by the manager, read by members. A system is probed before anything is
 * stored, outside every transaction; the caller must still be the manager when the result is stored.
 */
@Component
class IntegrationService {
    /** The most integrations of one workspace. */
    static final int MAX = 50;

    private final IntegrationRepository documents;
    private final IntegrationProbe integrationProbe;
    private final SecretSealer secretSealer;
    private final WorkspaceAuthorization workspaceAuthorization;
    private final ResponsibilityService responsibilityService;
    private final WorkspaceEventPublisher workspaceEventPublisher;
    private final TransactionRunner transactionRunner;
    private final Clock clock;

    IntegrationService(
            IntegrationRepository documents,
            IntegrationProbe integrationProbe,
            SecretSealer secretSealer,
            WorkspaceAuthorization workspaceAuthorization,
            ResponsibilityService responsibilityService,
            WorkspaceEventPublisher workspaceEventPublisher,
            TransactionRunner transactionRunner,
            Clock clock) {
        this.documents = documents;
        this.integrationProbe = integrationProbe;
        this.secretSealer = secretSealer;
        this.workspaceAuthorization = workspaceAuthorization;
        this.responsibilityService = responsibilityService;
        this.workspaceEventPublisher = workspaceEventPublisher;
        this.transactionRunner = transactionRunner;
        this.clock = clock;
    }

    Integration connect(WorkspaceId workspace, CreateIntegrationRequest wanted, UserId by) {
        workspaceAuthorization.requireManager(workspace, by);
        requireWithinLimit(workspace);
        var integrationDraft = wanted.toDraft();
        var integrationDetails = probe(integrationDraft);
        var id = IntegrationId.next();
        return transactionRunner.call(() -> {
            relyOnManager(workspace, by);
            requireWithinLimit(workspace);
            var sealed = secretSealer.seal(integrationDraft.secret(), Integration.context(id));
            return store(Integration.connect(
                    id, workspace, integrationDetails, sealed, integrationDraft.lastFour(), by, now()));
        });
    }

    /** Changes the given fields. The secret stays if none is given, but is never sent to another address. */
    Integration update(
            WorkspaceId workspace,
            IntegrationId id,
            UpdateIntegrationRequest patch,
            ExpectedVersion expected,
            UserId by) {
        workspaceAuthorization.requireManager(workspace, by);
        var before = require(workspace, id);
        expected.check(before.version());
        requireNotSuspended(before);
        var integrationDraft = patch.applyTo(before.details(), openSecret(before));
        if (!integrationDraft.address().toString().equals(before.address()) && patch.secret() == null) {
            throw InvalidInput.of("secret", "must be sent again when the address changes");
        }
        var integrationDetails = probe(integrationDraft);
        return transactionRunner.call(() -> {
            relyOnManager(workspace, by);
            var current = require(workspace, id);
            expected.check(current.version());
            requireNotSuspended(current);
            var sealed = patch.secret() == null
                    ? current.secret()
                    : secretSealer.seal(integrationDraft.secret(), Integration.context(id));
            return store(current.update(integrationDetails, sealed, integrationDraft.lastFour(), by, now()));
        });
    }

    /** Probes the system again with the stored secret. */
    Integration probeAgain(WorkspaceId workspace, IntegrationId id, UserId by) {
        workspaceAuthorization.requireManager(workspace, by);
        var before = require(workspace, id);
        requireNotSuspended(before);
        var account = integrationProbe.probe(
                before.kind(), URI.create(before.address()), openSecret(before), before.references());
        return transactionRunner.call(() -> {
            relyOnManager(workspace, by);
            return documents.save(require(workspace, id).recordSuccess(account, now()));
        });
    }

    /** Makes the manager responsible. */
    Integration takeOver(WorkspaceId workspace, IntegrationId id, ExpectedVersion expected, UserId by) {
        workspaceAuthorization.requireManager(workspace, by);
        return transactionRunner.call(() -> {
            relyOnManager(workspace, by);
            var current = require(workspace, id);
            expected.check(current.version());
            return store(current.assign(by));
        });
    }

    void remove(WorkspaceId workspace, IntegrationId id, ExpectedVersion expected, UserId by) {
        workspaceAuthorization.requireManager(workspace, by);
        transactionRunner.run(() -> {
            relyOnManager(workspace, by);
            var current = require(workspace, id);
            expected.check(current.version());
            documents.deleteByWorkspaceIdAndId(workspace, id);
            workspaceEventPublisher.publishEvent(current.remove(by));
        });
    }

    Integration read(WorkspaceId workspace, IntegrationId id) {
        return require(workspace, id);
    }

    /** Returns the integrations after another one, in the order in which they were created. */
    List<Integration> findAfter(WorkspaceId workspace, IntegrationId after, int limit) {
        return documents.findByWorkspaceIdAndIdGreaterThanOrderById(workspace, after, Limit.of(limit));
    }

    private IntegrationDetails probe(IntegrationDraft integrationDraft) {
        var account = integrationProbe.probe(
                integrationDraft.kind(),
                integrationDraft.address(),
                integrationDraft.secret(),
                integrationDraft.references());
        return new IntegrationDetails(
                integrationDraft.kind(),
                integrationDraft.name(),
                integrationDraft.address().toString(),
                account,
                integrationDraft.references());
    }

    Integration store(AggregateChange<Integration> change) {
        var stored = documents.save(change.after());
        workspaceEventPublisher.publishEvent(change);
        return stored;
    }

    /** Makes this conflict with a concurrent handover or removal, so that both cannot commit. */
    private void relyOnManager(WorkspaceId workspace, UserId by) {
        responsibilityService.requireActiveManager(workspace, by);
    }

    private static void requireNotSuspended(Integration integration) {
        var suspension = integration.suspension();
        if (suspension != null) {
            throw new CredentialSuspended(suspension);
        }
    }

    private String openSecret(Integration integration) {
        return secretSealer.open(integration.secret(), Integration.context(integration.id()));
    }

    private Integration require(WorkspaceId workspace, IntegrationId id) {
        return documents.findByWorkspaceIdAndId(workspace, id).orElseThrow(NotFound::new);
    }

    /**
     * Checks the limit. The caller has relied on their membership, so that one of two concurrent calls sees the other.
     */
    private void requireWithinLimit(WorkspaceId workspace) {
        if (documents.countByWorkspaceId(workspace) >= MAX) {
            throw new TooManyIntegrations(MAX);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
