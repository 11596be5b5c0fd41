package dev.atelier.notification.webhook.endpoint;

import dev.atelier.events.NotificationEvent.WebhookPaused;
import dev.atelier.events.NotificationEvent.WebhookResumed;
import dev.atelier.events.NotificationEvent.WebhookSuspended;
import dev.atelier.events.NotificationEvent.Why;
import dev.atelier.events.id.EndpointId;
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
import java.net.URI;
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
 * Where webhooks of a workspace go. It belongs to the workspace, not to the manager who made it.
 *
 * @param secret what deliveries are signed with, encrypted
 * @param pause null where nobody and nothing paused it
 * @param responsible who made it, or took it over since
 * @param suspension null while somebody answers for it
 * @param missed how many events were dropped since the last resumption because too many were waiting
 * @param sequence how many facts it has said
 */
@Document("webhook-endpoints")
@TypeAlias("webhook-endpoint")
@CompoundIndex(name = "of-workspace", def = "{workspaceId: 1, _id: 1}")
@CompoundIndex(name = "by-responsible", def = "{responsible: 1}")
@CompoundIndex(name = "by-creator", def = "{createdBy: 1}")
record Endpoint(
        @Id EndpointId id,
        @Version @Nullable Long version,
        WorkspaceId workspaceId,
        @NotPersonal("the address of a system") URI url,

        @PersonalData(
                category = Category.CONTENT,
                purpose = "The manager's own words for what the endpoint is for.",
                basis = Basis.CONTRACT,
                retention = "Until the endpoint is deleted.")
        String description,

        List<EventFilter> events,
        @SealedContext("webhook-endpoints/") SealedSecret secret,
        @Nullable Pause pause,
        @Nullable Instant resumedAt,
        long missed,
        UserId createdBy,
        UserId responsible,
        @Nullable Suspension suspension,
        Instant createdAt,
        Instant changedAt,
        long sequence)
        implements ActsForMember {
    /** One that is older than responsibility is its maker's. */
    Endpoint {
        responsible = Objects.requireNonNullElse(responsible, createdBy);
        events = List.copyOf(events);
    }

    static Endpoint create(
            EndpointId id, WorkspaceId workspace, Wishes wishes, SealedSecret secret, UserId by, Instant now) {
        return new Endpoint(
                id,
                null,
                workspace,
                wishes.url(),
                wishes.description(),
                wishes.events(),
                secret,
                null,
                null,
                0,
                by,
                by,
                null,
                now,
                now,
                0);
    }

    Endpoint change(Wishes wishes, Instant now) {
        return new Endpoint(
                id,
                version,
                workspaceId,
                wishes.url(),
                wishes.description(),
                wishes.events(),
                secret,
                pause,
                resumedAt,
                missed,
                createdBy,
                responsible,
                suspension,
                createdAt,
                now,
                sequence);
    }

    Wishes wishes() {
        return new Wishes(url, description, events);
    }

    /** Whether nothing goes out, for whatever reason. */
    boolean paused() {
        return pause != null || suspended();
    }

    /** Nothing goes out until somebody answers for it again. */
    Endpoint suspend(Suspension by) {
        return standing(responsible, by, resumedAt, missed, by.at(), sequence + 1);
    }

    WebhookSuspended suspended(Suspension by) {
        return new WebhookSuspended(workspaceId, id, by.of(), by.reason());
    }

    /** Somebody answers for it. Where nothing else paused it, what waits goes out and it says so. */
    Endpoint assign(UserId to, Instant now) {
        return goesOn()
                ? standing(to, null, now, 0, now, sequence + 1)
                : standing(to, null, resumedAt, missed, now, sequence);
    }

    /** Whether it is active as soon as somebody answers for it. */
    boolean goesOn() {
        return suspended() && pause == null;
    }

    private Endpoint standing(
            UserId newResponsible,
            @Nullable Suspension newSuspension,
            @Nullable Instant newResumedAt,
            long newMissed,
            Instant now,
            long newSequence) {
        return new Endpoint(
                id,
                version,
                workspaceId,
                url,
                description,
                events,
                secret,
                pause,
                newResumedAt,
                newMissed,
                createdBy,
                newResponsible,
                newSuspension,
                createdAt,
                now,
                newSequence);
    }

    boolean wants(String type) {
        return events.stream().anyMatch(filter -> filter.matches(type));
    }

    Endpoint pause(Why why, Instant now) {
        return with(new Pause(why, now), resumedAt, missed, now, sequence + 1);
    }

    WebhookPaused paused(Why why) {
        return new WebhookPaused(workspaceId, id, why);
    }

    Endpoint resume(Instant now) {
        return with(null, now, 0, now, sequence + 1);
    }

    WebhookResumed resumed(UserId by) {
        return new WebhookResumed(workspaceId, id, by);
    }

    Endpoint miss(long events) {
        return with(pause, resumedAt, missed + events, changedAt, sequence);
    }

    private Endpoint with(
            @Nullable Pause newPause, @Nullable Instant newResumedAt, long newMissed, Instant now, long newSequence) {
        return new Endpoint(
                id,
                version,
                workspaceId,
                url,
                description,
                events,
                secret,
                newPause,
                newResumedAt,
                newMissed,
                createdBy,
                responsible,
                suspension,
                createdAt,
                now,
                newSequence);
    }

    /** Why nothing goes out, and since when. */
    record Pause(Why why, Instant since) {}

    /** What the manager may set. */
    record Wishes(URI url, String description, List<EventFilter> events) {
        Wishes {
            events = List.copyOf(events);
        }
    }
}
