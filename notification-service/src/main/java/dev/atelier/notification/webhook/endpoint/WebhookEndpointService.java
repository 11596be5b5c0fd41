package dev.atelier.notification.webhook.endpoint;

import dev.atelier.events.NotificationEvent.WebhookPauseReason;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WebhookEndpointId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.crypto.SecretSealer;
import dev.atelier.kit.mongo.LimitGuard;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.responsibility.CredentialSuspended;
import dev.atelier.kit.responsibility.ResponsibilityService;
import dev.atelier.kit.responsibility.Suspension;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.notification.webhook.WebhookSettings;
import dev.atelier.notification.webhook.endpoint.WebhookEndpoint.EndpointDetails;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Creates, changes, pauses and deletes webhook endpoints. */
@Component
public class WebhookEndpointService {
    private final WebhookEndpointRepository documents;
    private final SecretSealer secretSealer;
    private final LimitGuard guard;
    private final TransactionRunner transactionRunner;
    private final Outbox outbox;
    private final WebhookSettings settings;
    private final ResponsibilityService responsibilityService;
    private final ObjectProvider<EndpointChangeListener> dependents;
    private final ApplicationEventPublisher later;
    private final Clock clock;

    WebhookEndpointService(
            WebhookEndpointRepository documents,
            SecretSealer secretSealer,
            LimitGuard guard,
            TransactionRunner transactionRunner,
            Outbox outbox,
            WebhookSettings settings,
            ResponsibilityService responsibilityService,
            ObjectProvider<EndpointChangeListener> dependents,
            ApplicationEventPublisher later,
            Clock clock) {
        this.documents = documents;
        this.secretSealer = secretSealer;
        this.guard = guard;
        this.transactionRunner = transactionRunner;
        this.outbox = outbox;
        this.settings = settings;
        this.responsibilityService = responsibilityService;
        this.dependents = dependents;
        this.later = later;
        this.clock = clock;
    }

    /** Returns all endpoints of a workspace, including paused ones. */
    public List<EndpointSubscription> subscribers(WorkspaceId workspace) {
        return documents.findByWorkspaceId(workspace).stream()
                .map(EndpointSubscription::of)
                .toList();
    }

    /**
     * Checks that the workspace has this endpoint.
     *
     * @throws NotFound if it has no such endpoint
     */
    public void requireExisting(WorkspaceId workspace, WebhookEndpointId id) {
        requireEndpoint(workspace, id);
    }

    /**
     * Whether deliveries may be sent; also true if the endpoint was deleted, so that its waiting deliveries are
     * cleared.
     */
    public boolean isActive(WorkspaceId workspace, WebhookEndpointId id) {
        return documents
                .findByWorkspaceIdAndId(workspace, id)
                .map(found -> !found.paused())
                .orElse(true);
    }

    /** Returns where to send; empty if the endpoint was deleted. */
    public Optional<DeliveryTarget> target(WorkspaceId workspace, WebhookEndpointId id) {
        return documents
                .findByWorkspaceIdAndId(workspace, id)
                .map(found -> new DeliveryTarget(workspace, id, found.url(), secret(found), found.paused()));
    }

    /**
     * Pauses an endpoint and publishes {@link dev.atelier.events.NotificationEvent.WebhookPaused}. Publishes nothing if
     * it is paused already or was deleted.
     */
    public void pause(WorkspaceId workspace, WebhookEndpointId id, WebhookPauseReason webhookPauseReason) {
        transactionRunner.run(() -> documents
                .findByWorkspaceIdAndId(workspace, id)
                .filter(found -> found.pause() == null)
                .ifPresent(found -> {
                    var paused = documents.save(found.pause(webhookPauseReason, clock.instant()));
                    outbox.append(paused.paused(webhookPauseReason), paused.sequence());
                }));
        dependents.forEach(one -> one.changed(id));
    }

    /** Counts dropped events. Must run in the transaction that drops them. */
    public void addMissedEvents(WorkspaceId workspace, WebhookEndpointId id, long events) {
        TransactionRunner.requireTransaction("dropping events");
        documents.findByWorkspaceIdAndId(workspace, id).ifPresent(found -> documents.save(found.addMissed(events)));
    }

    /**
     * Resumes an endpoint: its waiting deliveries are sent, oldest first.
     *
     * @throws NotFound if there is no such endpoint
     */
    WebhookEndpoint resume(WorkspaceId workspace, WebhookEndpointId id, UserId by) {
        var resumed = transactionRunner.call(() -> {
            var found = requireEndpoint(workspace, id);
            var suspension = found.suspension();
            if (suspension != null) {
                throw new CredentialSuspended(suspension);
            }
            if (!found.paused()) {
                return found;
            }
            var active = documents.save(found.resume(clock.instant()));
            outbox.append(active.resumed(by), active.sequence());
            return active;
        });
        dependents.forEach(one -> one.resumed(workspace, id));
        return resumed;
    }

    /**
     * Creates an endpoint with a new secret.
     *
     * @throws TooManyWebhookEndpoints if the workspace has reached its maximum number of endpoints
     */
    WebhookEndpoint create(WorkspaceId workspace, EndpointDetails endpointDetails, UserId by) {
        return transactionRunner.call(() -> {
            responsibilityService.requireActiveManager(workspace, by);
            guard.write("webhook-endpoints", workspace);
            if (documents.countByWorkspaceId(workspace) >= settings.endpoints()) {
                throw new TooManyWebhookEndpoints(settings.endpoints());
            }
            var id = WebhookEndpointId.next();
            var secret = secretSealer.seal(SigningSecret.next().text(), context(id));
            return documents.save(WebhookEndpoint.create(id, workspace, endpointDetails, secret, by, clock.instant()));
        });
    }

    /** Makes the manager responsible. */
    WebhookEndpoint takeOver(WorkspaceId workspace, WebhookEndpointId id, ExpectedVersion expected, UserId by) {
        return transactionRunner.call(() -> {
            responsibilityService.requireActiveManager(workspace, by);
            return assign(requireVersion(workspace, id, expected), by);
        });
    }

    /** Runs in the caller's transaction. */
    WebhookEndpoint assign(WebhookEndpoint found, UserId to) {
        var assigned = documents.save(found.assign(to, clock.instant()));
        if (found.resumesWhenAssigned()) {
            outbox.append(assigned.resumed(to), assigned.sequence());
            later.publishEvent(new EndpointReleased(assigned.workspaceId(), assigned.id()));
        }
        return assigned;
    }

    /** Runs in the caller's transaction. */
    void suspend(WebhookEndpoint found, Suspension suspension) {
        var suspended = documents.save(found.suspend(suspension));
        outbox.append(suspended.suspended(suspension), suspended.sequence());
        later.publishEvent(new EndpointHeld(suspended.id()));
    }

    @TransactionalEventListener
    void after(EndpointHeld endpoint) {
        dependents.forEach(one -> one.changed(endpoint.id()));
    }

    @TransactionalEventListener
    void after(EndpointReleased endpoint) {
        dependents.forEach(one -> one.resumed(endpoint.workspace(), endpoint.id()));
    }

    /** Published within the transaction and handled after the commit: nothing may be sent any more. */
    record EndpointHeld(WebhookEndpointId id) {}

    /** Published within the transaction and handled after the commit: waiting deliveries may be sent. */
    record EndpointReleased(WorkspaceId workspace, WebhookEndpointId id) {}

    WebhookEndpoint change(
            WorkspaceId workspace, WebhookEndpointId id, EndpointDetails endpointDetails, ExpectedVersion expected) {
        var before = new AtomicReference<@Nullable URI>();
        var changed = transactionRunner.call(() -> {
            var found = requireVersion(workspace, id, expected);
            before.set(found.url());
            return found.details().equals(endpointDetails)
                    ? found
                    : documents.save(found.change(endpointDetails, clock.instant()));
        });
        dependents.forEach(one -> one.changed(id));
        if (!changed.paused() && !changed.url().equals(before.get())) {
            // Deliveries that waited for a retry at the old address are sent at once.
            dependents.forEach(one -> one.resumed(workspace, id));
        }
        return changed;
    }

    void delete(WorkspaceId workspace, WebhookEndpointId id, ExpectedVersion expected) {
        transactionRunner.run(() -> {
            requireVersion(workspace, id, expected);
            documents.deleteByWorkspaceIdAndId(workspace, id);
        });
        dependents.forEach(one -> one.deleted(workspace, id));
    }

    WebhookEndpoint requireEndpoint(WorkspaceId workspace, WebhookEndpointId id) {
        return documents.findByWorkspaceIdAndId(workspace, id).orElseThrow(NotFound::new);
    }

    List<WebhookEndpoint> after(WorkspaceId workspace, WebhookEndpointId after, int limit) {
        return documents.findByWorkspaceIdAndIdGreaterThanOrderById(workspace, after, Limit.of(limit));
    }

    SigningSecret secret(WebhookEndpoint endpoint) {
        return SigningSecret.of(secretSealer.open(endpoint.secret(), context(endpoint.id())));
    }

    private static String context(WebhookEndpointId id) {
        return "webhook-endpoints/" + id;
    }

    private WebhookEndpoint requireVersion(WorkspaceId workspace, WebhookEndpointId id, ExpectedVersion expected) {
        var found = requireEndpoint(workspace, id);
        expected.check(WebhookEndpointResponse.of(found).version());
        return found;
    }
}
