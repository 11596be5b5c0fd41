package dev.atelier.notification.webhook.endpoint;

import dev.atelier.events.NotificationEvent.Why;
import dev.atelier.events.id.EndpointId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.crypto.Secrets;
import dev.atelier.kit.mongo.LimitGuard;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.kit.responsibility.Responsibilities;
import dev.atelier.kit.responsibility.Suspended;
import dev.atelier.kit.responsibility.Suspension;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.NotFound;
import dev.atelier.notification.webhook.WebhookSettings;
import dev.atelier.notification.webhook.endpoint.Endpoint.Wishes;
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

/** The endpoints of all workspaces. */
@Component
public class Endpoints {
    private final EndpointDocuments documents;
    private final Secrets secrets;
    private final LimitGuard guard;
    private final Transactions transactions;
    private final Outbox outbox;
    private final WebhookSettings settings;
    private final Responsibilities responsibilities;
    private final ObjectProvider<Dependents> dependents;
    private final ApplicationEventPublisher later;
    private final Clock clock;

    Endpoints(
            EndpointDocuments documents,
            Secrets secrets,
            LimitGuard guard,
            Transactions transactions,
            Outbox outbox,
            WebhookSettings settings,
            Responsibilities responsibilities,
            ObjectProvider<Dependents> dependents,
            ApplicationEventPublisher later,
            Clock clock) {
        this.documents = documents;
        this.secrets = secrets;
        this.guard = guard;
        this.transactions = transactions;
        this.outbox = outbox;
        this.settings = settings;
        this.responsibilities = responsibilities;
        this.dependents = dependents;
        this.later = later;
        this.clock = clock;
    }

    /** Who in a workspace listens, paused ones too. */
    public List<Subscriber> subscribers(WorkspaceId workspace) {
        return documents.findByWorkspaceId(workspace).stream()
                .map(Subscriber::of)
                .toList();
    }

    /**
     * Lets pass what names an endpoint of the workspace.
     *
     * @throws NotFound where it has no such endpoint
     */
    public void mustExist(WorkspaceId workspace, EndpointId id) {
        demand(workspace, id);
    }

    /** Whether anything may go out; true too where it was deleted and what waits for it is to be cleared away. */
    public boolean active(WorkspaceId workspace, EndpointId id) {
        return documents
                .findByWorkspaceIdAndId(workspace, id)
                .map(found -> !found.paused())
                .orElse(true);
    }

    /** Where to send; empty where the endpoint was deleted. */
    public Optional<Target> target(WorkspaceId workspace, EndpointId id) {
        return documents
                .findByWorkspaceIdAndId(workspace, id)
                .map(found -> new Target(workspace, id, found.url(), secret(found), found.paused()));
    }

    /** Lets nothing more go out and says so; silent where something has paused it or it is gone. */
    public void pause(WorkspaceId workspace, EndpointId id, Why why) {
        transactions.run(() -> documents
                .findByWorkspaceIdAndId(workspace, id)
                .filter(found -> found.pause() == null)
                .ifPresent(found -> {
                    var paused = documents.save(found.pause(why, clock.instant()));
                    outbox.append(paused.paused(why), paused.sequence());
                }));
        dependents.forEach(one -> one.changed(id));
    }

    /** Notes events that were dropped. In the transaction that dropped them. */
    public void missed(WorkspaceId workspace, EndpointId id, long events) {
        Transactions.demand("dropping events");
        documents.findByWorkspaceIdAndId(workspace, id).ifPresent(found -> documents.save(found.miss(events)));
    }

    /**
     * Lets what waits go out again, oldest first.
     *
     * @throws NotFound where there is no such endpoint
     */
    Endpoint resume(WorkspaceId workspace, EndpointId id, UserId by) {
        var resumed = transactions.call(() -> {
            var found = demand(workspace, id);
            var suspension = found.suspension();
            if (suspension != null) {
                throw new Suspended(suspension);
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
     * Makes an endpoint with a new secret.
     *
     * @throws TooManyEndpoints where the workspace has as many as it may have
     */
    Endpoint create(WorkspaceId workspace, Wishes wishes, UserId by) {
        return transactions.call(() -> {
            responsibilities.relyOnManager(workspace, by);
            guard.write("webhook-endpoints", workspace);
            if (documents.countByWorkspaceId(workspace) >= settings.endpoints()) {
                throw new TooManyEndpoints(settings.endpoints());
            }
            var id = EndpointId.next();
            var secret = secrets.seal(SigningSecret.next().text(), context(id));
            return documents.save(Endpoint.create(id, workspace, wishes, secret, by, clock.instant()));
        });
    }

    /** Makes the manager responsible. */
    Endpoint takeOver(WorkspaceId workspace, EndpointId id, ExpectedVersion expected, UserId by) {
        return transactions.call(() -> {
            responsibilities.relyOnManager(workspace, by);
            return assign(expected(workspace, id, expected), by);
        });
    }

    /** In the running transaction. */
    Endpoint assign(Endpoint found, UserId to) {
        var assigned = documents.save(found.assign(to, clock.instant()));
        if (found.goesOn()) {
            outbox.append(assigned.resumed(to), assigned.sequence());
            later.publishEvent(new GoesOn(assigned.workspaceId(), assigned.id()));
        }
        return assigned;
    }

    /** In the running transaction. */
    void suspend(Endpoint found, Suspension suspension) {
        var suspended = documents.save(found.suspend(suspension));
        outbox.append(suspended.suspended(suspension), suspended.sequence());
        later.publishEvent(new StandsStill(suspended.id()));
    }

    @TransactionalEventListener
    void after(StandsStill endpoint) {
        dependents.forEach(one -> one.changed(endpoint.id()));
    }

    @TransactionalEventListener
    void after(GoesOn endpoint) {
        dependents.forEach(one -> one.resumed(endpoint.workspace(), endpoint.id()));
    }

    /** Committed: nothing more may go out. */
    record StandsStill(EndpointId id) {}

    /** Committed: what waits may go out. */
    record GoesOn(WorkspaceId workspace, EndpointId id) {}

    Endpoint change(WorkspaceId workspace, EndpointId id, Wishes wishes, ExpectedVersion expected) {
        var before = new AtomicReference<@Nullable URI>();
        var changed = transactions.call(() -> {
            var found = expected(workspace, id, expected);
            before.set(found.url());
            return found.wishes().equals(wishes) ? found : documents.save(found.change(wishes, clock.instant()));
        });
        dependents.forEach(one -> one.changed(id));
        if (!changed.paused() && !changed.url().equals(before.get())) {
            // What waited for the old address to answer waits no longer.
            dependents.forEach(one -> one.resumed(workspace, id));
        }
        return changed;
    }

    void delete(WorkspaceId workspace, EndpointId id, ExpectedVersion expected) {
        transactions.run(() -> {
            expected(workspace, id, expected);
            documents.deleteByWorkspaceIdAndId(workspace, id);
        });
        dependents.forEach(one -> one.deleted(workspace, id));
    }

    Endpoint demand(WorkspaceId workspace, EndpointId id) {
        return documents.findByWorkspaceIdAndId(workspace, id).orElseThrow(NotFound::new);
    }

    List<Endpoint> after(WorkspaceId workspace, EndpointId after, int limit) {
        return documents.findByWorkspaceIdAndIdGreaterThanOrderById(workspace, after, Limit.of(limit));
    }

    SigningSecret secret(Endpoint endpoint) {
        return SigningSecret.of(secrets.open(endpoint.secret(), context(endpoint.id())));
    }

    private static String context(EndpointId id) {
        return "webhook-endpoints/" + id;
    }

    private Endpoint expected(WorkspaceId workspace, EndpointId id, ExpectedVersion expected) {
        var found = demand(workspace, id);
        expected.check(EndpointView.of(found).version());
        return found;
    }
}
