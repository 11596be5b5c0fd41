package dev.atelier.notification.webhook.endpoint;

import dev.atelier.events.NotificationEvent.WebhookPauseReason;
import dev.atelier.events.NotificationEvent.WebhookPaused;
import dev.atelier.events.NotificationEvent.WebhookResumed;
import dev.atelier.events.NotificationEvent.WebhookSuspended;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WebhookEndpointId;
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
 * An address that receives the webhooks of a workspace. It belongs to the workspace, not to the manager who created it.
 *
 * @param secret the encrypted key with which deliveries are signed
 * @param pause null if the endpoint is not paused
 * @param responsible the member who created the endpoint, or who took it over last
 * @param suspension null while the responsible member is active
 * @param missed number of events dropped since the last resumption because the backlog was full
 * @param sequence number of events published about this endpoint
 */
@Document("webhook-endpoints")
@TypeAlias("webhook-endpoint")
@CompoundIndex(name = "of-workspace", def = "{workspaceId: 1, _id: 1}")
@CompoundIndex(name = "by-responsible", def = "{responsible: 1}")
@CompoundIndex(name = "by-creator", def = "{createdBy: 1}")
record WebhookEndpoint(
        @Id WebhookEndpointId id,
        @Version @Nullable Long version,
        WorkspaceId workspaceId,
        @NotPersonal("the address of a system") URI url,

        @PersonalData(
                category = Category.CONTENT,
                purpose = "The manager's own words for what the endpoint is for.",
                basis = Basis.CONTRACT,
                retention = "Until the endpoint is deleted.")
        String description,

        List<EventTypeFilter> events,
        @SealedContext("webhook-endpoints/") SealedSecret secret,
        @Nullable EndpointPause pause,
        @Nullable Instant resumedAt,
        long missed,
        UserId createdBy,
        UserId responsible,
        @Nullable Suspension suspension,
        Instant createdAt,
        Instant changedAt,
        long sequence)
        implements ActsForMember {
    /** In documents older than this field, the creator is responsible. */
    WebhookEndpoint {
        responsible = Objects.requireNonNullElse(responsible, createdBy);
        events = List.copyOf(events);
    }

    static WebhookEndpoint create(
            WebhookEndpointId id,
            WorkspaceId workspace,
            EndpointDetails endpointDetails,
            SealedSecret secret,
            UserId by,
            Instant now) {
        return new WebhookEndpoint(
                id,
                null,
                workspace,
                endpointDetails.url(),
                endpointDetails.description(),
                endpointDetails.events(),
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

    WebhookEndpoint change(EndpointDetails endpointDetails, Instant now) {
        return new WebhookEndpoint(
                id,
                version,
                workspaceId,
                endpointDetails.url(),
                endpointDetails.description(),
                endpointDetails.events(),
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

    EndpointDetails details() {
        return new EndpointDetails(url, description, events);
    }

    /** Whether nothing is sent, because of a pause or a suspension. */
    boolean paused() {
        return pause != null || suspended();
    }

    /** Suspends the endpoint: nothing is sent until a member is responsible again. */
    WebhookEndpoint suspend(Suspension by) {
        return withResponsibility(responsible, by, resumedAt, missed, by.at(), sequence + 1);
    }

    WebhookSuspended suspended(Suspension by) {
        return new WebhookSuspended(workspaceId, id, by.of(), by.reason());
    }

    /**
     * Makes a member responsible and ends a suspension. If the endpoint is not paused, its waiting deliveries are sent
     * and {@link WebhookResumed} is published.
     */
    WebhookEndpoint assign(UserId to, Instant now) {
        return resumesWhenAssigned()
                ? withResponsibility(to, null, now, 0, now, sequence + 1)
                : withResponsibility(to, null, resumedAt, missed, now, sequence);
    }

    /** Whether the endpoint becomes active as soon as a member is responsible again. */
    boolean resumesWhenAssigned() {
        return suspended() && pause == null;
    }

    private WebhookEndpoint withResponsibility(
            UserId newResponsible,
            @Nullable Suspension newSuspension,
            @Nullable Instant newResumedAt,
            long newMissed,
            Instant now,
            long newSequence) {
        return new WebhookEndpoint(
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

    WebhookEndpoint pause(WebhookPauseReason webhookPauseReason, Instant now) {
        return with(new EndpointPause(webhookPauseReason, now), resumedAt, missed, now, sequence + 1);
    }

    WebhookPaused paused(WebhookPauseReason webhookPauseReason) {
        return new WebhookPaused(workspaceId, id, webhookPauseReason);
    }

    WebhookEndpoint resume(Instant now) {
        return with(null, now, 0, now, sequence + 1);
    }

    WebhookResumed resumed(UserId by) {
        return new WebhookResumed(workspaceId, id, by);
    }

    WebhookEndpoint addMissed(long events) {
        return with(pause, resumedAt, missed + events, changedAt, sequence);
    }

    private WebhookEndpoint with(
            @Nullable EndpointPause newPause,
            @Nullable Instant newResumedAt,
            long newMissed,
            Instant now,
            long newSequence) {
        return new WebhookEndpoint(
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

    /** Why the endpoint is paused, and since when. */
    record EndpointPause(WebhookPauseReason why, Instant since) {}

    /** The fields that the manager may set. */
    record EndpointDetails(URI url, String description, List<EventTypeFilter> events) {
        EndpointDetails {
            events = List.copyOf(events);
        }
    }
}
