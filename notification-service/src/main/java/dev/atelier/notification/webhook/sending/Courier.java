package dev.atelier.notification.webhook.sending;

import dev.atelier.events.NotificationEvent.Why;
import dev.atelier.notification.webhook.WebhookSettings;
import dev.atelier.notification.webhook.claim.Claimed;
import dev.atelier.notification.webhook.claim.Claims;
import dev.atelier.notification.webhook.claim.Notes;
import dev.atelier.notification.webhook.claim.Outcome;
import dev.atelier.notification.webhook.delivery.Attempt;
import dev.atelier.notification.webhook.delivery.Deliveries;
import dev.atelier.notification.webhook.delivery.Result;
import dev.atelier.notification.webhook.delivery.Stream;
import dev.atelier.notification.webhook.endpoint.Endpoints;
import dev.atelier.notification.webhook.endpoint.Target;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings the head of a stream to its endpoint, once, and notes what came of it. */
@Component
class Courier {
    private static final Logger log = LoggerFactory.getLogger(Courier.class);
    /** What a claim outlasts a try by: looking names up, and noting the end. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    /** Claims in a row that nobody came to the end of. */
    private static final int MOST_LOST = 10;

    private final Targets targets;
    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final Claims claims;
    private final Notes notes;
    private final Wire wire;
    private final SendingMeters meters;
    private final Clock clock;
    private final RetrySchedule schedule;
    private final Duration lease;

    Courier(
            Targets targets,
            Endpoints endpoints,
            Deliveries deliveries,
            Claims claims,
            Notes notes,
            Wire wire,
            SendingMeters meters,
            Clock clock,
            WebhookSettings settings) {
        this.targets = targets;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.claims = claims;
        this.notes = notes;
        this.wire = wire;
        this.meters = meters;
        this.clock = clock;
        this.schedule = new RetrySchedule(settings.retries());
        this.lease = settings.timeout().plus(MARGIN);
    }

    /** What to do with the stream next. */
    enum Next {
        /** Its head arrived; another may follow. */
        MORE,
        /** Nothing to do until somebody says so. */
        REST,
        /** Its head did not arrive. */
        FAILED
    }

    Next deliver(Stream stream) {
        var target = targets.of(stream).orElse(null);
        if (target == null) {
            deliveries.deleteAll(stream.workspaceId(), stream.endpointId());
            return Next.REST;
        }
        if (target.paused()) {
            deliveries.hold(stream, clock.instant());
            return Next.REST;
        }
        long began = System.nanoTime();
        var head = claims.head(stream, lease).orElse(null);
        if (head == null || System.nanoTime() - began > MARGIN.toNanos() / 2) {
            // A claim that took so long may end before the try does: it is left to run out.
            return Next.REST;
        }
        return lost(target, head) ? Next.FAILED : send(target, head);
    }

    /** Whether so many claims ended with their process that it is held; what ends a process is not tried for ever. */
    private boolean lost(Target target, Claimed head) {
        if (head.uncertain() < MOST_LOST) {
            return false;
        }
        notes.note(head, Attempt.uncertain(clock.instant()), head.test() ? new Outcome.Failed() : new Outcome.Held());
        if (!head.test()) {
            pause(target, Why.FAILING);
        }
        return true;
    }

    private Next send(Target target, Claimed head) {
        var exchange = wire.send(target, head);
        meters.tried(exchange.attempt(), head);
        if (exchange.attempt().result() == Result.DELIVERED) {
            notes.note(head, exchange.attempt(), new Outcome.Arrived());
            return Next.MORE;
        }
        if (head.test()) {
            notes.note(head, exchange.attempt(), new Outcome.Failed());
            return Next.FAILED;
        }
        var pause = schedule.after(head.tries(), exchange.retryAfter());
        if (exchange.gone() || pause.isEmpty()) {
            notes.note(head, exchange.attempt(), new Outcome.Held());
            pause(target, exchange.gone() ? Why.GONE : Why.FAILING);
        } else {
            var next = new Outcome.Again(clock.instant().plus(pause.get()));
            notes.note(head, exchange.attempt(), next);
        }
        return Next.FAILED;
    }

    private void pause(Target target, Why why) {
        log.info("webhook endpoint {} is paused: {}", target.id(), why);
        endpoints.pause(target.workspaceId(), target.id(), why);
        deliveries.forgetTimes(target.workspaceId(), target.id());
    }
}
