package dev.atelier.workspace.workspace;

import dev.atelier.events.WorkspaceEvent;
import dev.atelier.events.WorkspaceEvent.InvitationRevoked;
import dev.atelier.events.WorkspaceEvent.ManagementHandedOver;
import dev.atelier.events.WorkspaceEvent.ManagementOffered;
import dev.atelier.events.WorkspaceEvent.MemberInvited;
import dev.atelier.events.WorkspaceEvent.MemberJoined;
import dev.atelier.events.WorkspaceEvent.MemberLeft;
import dev.atelier.events.WorkspaceEvent.MemberRemoved;
import dev.atelier.events.WorkspaceEvent.WorkspaceCreated;
import dev.atelier.events.WorkspaceEvent.WorkspaceDeleted;
import dev.atelier.events.WorkspaceEvent.WorkspaceRenamed;
import dev.atelier.events.WorkspaceState;
import dev.atelier.events.id.InvitationId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.kit.access.OnlyTheManager;
import dev.atelier.workspace.fact.Change;
import dev.atelier.workspace.fact.Counted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A workspace has exactly one manager at every moment: the one named here. Whoever joins, goes or takes over writes this
 * document, so that of two such changes one sees the other.
 *
 * @param offer whom the management is offered to; null where it is not
 * @param version of what its members are told about it
 * @param sequence how many facts it has said
 */
@Document("workspaces")
@TypeAlias("workspace")
record Workspace(
        @Id WorkspaceId id,
        @Version @Nullable Long lock,
        @NotPersonal("the display name of a thing") String name,
        @NotPersonal("a language tag") String language,
        UserId manager,
        @Nullable Offer offer,
        Instant createdAt,
        long version,
        long sequence)
        implements Counted {

    static Change<Workspace> found(WorkspaceId id, String name, String language, UserId by, Instant now) {
        return Change.of(
                new Workspace(id, null, name, language, by, null, now, 1, 1), new WorkspaceCreated(id, name, by));
    }

    Change<Workspace> describe(String newName, String newLanguage, UserId by) {
        demandManager(by);
        var renamed = !newName.equals(name);
        if (!renamed && newLanguage.equals(language)) {
            return Change.silent(this);
        }
        var after = new Workspace(
                id,
                lock,
                newName,
                newLanguage,
                manager,
                offer,
                createdAt,
                version + 1,
                renamed ? sequence + 1 : sequence);
        return renamed ? Change.of(after, new WorkspaceRenamed(id, newName, by)) : Change.silent(after);
    }

    /** The manager asks a member; an earlier offer to somebody else falls. */
    Change<Workspace> offer(UserId to, UserId by, Instant now) {
        demandManager(by);
        if (to.equals(manager)) {
            throw new ManagesAlready();
        }
        if (offer != null && offer.to().equals(to)) {
            return Change.silent(this);
        }
        return say(new Offer(to, now), new ManagementOffered(id, to, by));
    }

    /** The manager takes the offer back, or the one asked declines. */
    Change<Workspace> withdraw(UserId by) {
        if (offer != null && offer.to().equals(by)) {
            return Change.silent(with(null));
        }
        demandManager(by);
        return Change.silent(with(null));
    }

    /** The one asked accepts, and manages from now on. */
    Change<Workspace> accept(UserId by) {
        if (offer == null || !offer.to().equals(by)) {
            throw new ManagementNotOffered();
        }
        return Change.of(
                new Workspace(id, lock, name, language, by, null, createdAt, version + 1, sequence + 1),
                new ManagementHandedOver(id, manager, by));
    }

    Change<Workspace> invite(InvitationId invitation, UserId by, Instant expires) {
        demandManager(by);
        return say(offer, new MemberInvited(id, invitation, by, expires));
    }

    Change<Workspace> revoke(InvitationId invitation, UserId by) {
        demandManager(by);
        return say(offer, new InvitationRevoked(id, invitation, by));
    }

    Change<Workspace> admit(UserId member, InvitationId invitation) {
        return say(offer, new MemberJoined(id, member, invitation));
    }

    Change<Workspace> remove(UserId member, UserId by) {
        demandManager(by);
        if (member.equals(manager)) {
            throw new ManagerCannotLeave();
        }
        return say(offerWithout(member), new MemberRemoved(id, member, by));
    }

    Change<Workspace> leave(UserId member) {
        if (member.equals(manager)) {
            throw new ManagerCannotLeave();
        }
        return say(offerWithout(member), new MemberLeft(id, member));
    }

    /** The manager deletes it, with everything in it. */
    Change<Workspace> delete(UserId by) {
        demandManager(by);
        return Change.of(
                new Workspace(id, lock, "", language, manager, null, createdAt, version + 1, sequence + 1),
                new WorkspaceDeleted(id, by));
    }

    /** The last that others hear of it. */
    WorkspaceState ended() {
        return new WorkspaceState(id, "", language, manager, true, version);
    }

    /**
     * Lets nobody pass but the manager.
     *
     * @throws OnlyTheManager for everybody else
     */
    void demandManager(UserId by) {
        if (!by.equals(manager)) {
            throw new OnlyTheManager();
        }
    }

    WorkspaceState state() {
        return new WorkspaceState(id, name, language, manager, false, version);
    }

    private @Nullable Offer offerWithout(UserId member) {
        return offer != null && offer.to().equals(member) ? null : offer;
    }

    private Workspace with(@Nullable Offer other) {
        return new Workspace(id, lock, name, language, manager, other, createdAt, version, sequence);
    }

    private Change<Workspace> say(@Nullable Offer stands, WorkspaceEvent fact) {
        return Change.of(
                new Workspace(id, lock, name, language, manager, stands, createdAt, version, sequence + 1), fact);
    }
}
