package dev.atelier.notification.webhook.endpoint;

import dev.atelier.events.NotificationEvent.Why;
import dev.atelier.events.UserState;
import dev.atelier.events.id.EndpointId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.kit.state.StateListener;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Pauses what somebody made while their account may be in other hands, and resumes it with their account (I6). What was paused for
 * another reason stays so; where the account is given up, the manager decides.
 */
@Component
class Holding implements StateListener<UserState> {
    private final EndpointDocuments documents;
    private final Outbox outbox;
    private final ObjectProvider<Dependents> dependents;
    private final ApplicationEventPublisher later;
    private final Clock clock;

    Holding(
            EndpointDocuments documents,
            Outbox outbox,
            ObjectProvider<Dependents> dependents,
            ApplicationEventPublisher later,
            Clock clock) {
        this.documents = documents;
        this.outbox = outbox;
        this.dependents = dependents;
        this.later = later;
        this.clock = clock;
    }

    @Override
    public void changed(@Nullable UserState before, UserState after) {
        if (after.held()) {
            hold(after.userId());
        } else if (!after.deactivated() && !after.ended()) {
            giveBack(after.userId());
        }
    }

    private void hold(UserId creator) {
        for (var found : documents.findByCreatedByAndPauseIsNull(creator)) {
            var paused = documents.save(found.pause(Why.ACCOUNT_HELD, clock.instant()));
            outbox.append(paused.paused(Why.ACCOUNT_HELD), paused.sequence());
            later.publishEvent(new Held(paused.id()));
        }
    }

    private void giveBack(UserId creator) {
        for (var found : documents.findByCreatedByAndPauseWhy(creator, Why.ACCOUNT_HELD)) {
            var active = documents.save(found.resume(clock.instant()));
            outbox.append(active.resumed(creator), active.sequence());
            later.publishEvent(new GivenBack(active.workspaceId(), active.id()));
        }
    }

    @TransactionalEventListener
    void after(Held held) {
        dependents.forEach(one -> one.changed(held.endpoint()));
    }

    @TransactionalEventListener
    void after(GivenBack back) {
        dependents.forEach(one -> one.resumed(back.workspace(), back.endpoint()));
    }

    /** Committed: nothing more may go out. */
    record Held(EndpointId endpoint) {}

    /** Committed: what waits may go out. */
    record GivenBack(WorkspaceId workspace, EndpointId endpoint) {}
}
