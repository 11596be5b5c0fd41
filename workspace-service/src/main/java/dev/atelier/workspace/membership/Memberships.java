package dev.atelier.workspace.membership;

import dev.atelier.events.MembershipState.Role;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.web.NotFound;
import dev.atelier.workspace.fact.Facts;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.Limit;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The memberships of all workspaces. What changes them runs in the caller's transaction. */
@Component
public class Memberships {
    private final MembershipDocuments documents;
    private final MongoTemplate mongo;
    private final Facts facts;
    private final ObjectProvider<MembershipEnding> endings;

    Memberships(
            MembershipDocuments documents, MongoTemplate mongo, Facts facts, ObjectProvider<MembershipEnding> endings) {
        this.documents = documents;
        this.mongo = mongo;
        this.facts = facts;
        this.endings = endings;
    }

    /** The membership that lasts, if there is one. */
    public Optional<Membership> lasting(WorkspaceId workspace, UserId user) {
        return documents.findByWorkspaceIdAndUserId(workspace, user).filter(membership -> !membership.ended());
    }

    /**
     * As {@link #lasting}.
     *
     * @throws NotFound where there is none
     */
    public Membership demand(WorkspaceId workspace, UserId user) {
        return lasting(workspace, user).orElseThrow(NotFound::new);
    }

    /** Those of these people who are or once were members. */
    public List<Membership> everOf(WorkspaceId workspace, Collection<UserId> users) {
        return documents.findByWorkspaceIdAndUserIdIn(workspace, users);
    }

    public List<Membership> allOf(WorkspaceId workspace) {
        return documents.findByWorkspaceIdAndEndedFalse(workspace);
    }

    /** A stretch of the members, by user id. */
    public List<Membership> of(WorkspaceId workspace, @Nullable UserId after, int limit) {
        return after == null
                ? documents.findByWorkspaceIdAndEndedFalseOrderByUserId(workspace, Limit.of(limit))
                : documents.findByWorkspaceIdAndEndedFalseAndUserIdGreaterThanOrderByUserId(
                        workspace, after, Limit.of(limit));
    }

    /** A stretch of one person's memberships, by workspace id, which is by the workspaces' age. */
    public List<Membership> of(UserId user, @Nullable WorkspaceId after, int limit) {
        return after == null
                ? documents.findByUserIdAndEndedFalseOrderByWorkspaceId(user, Limit.of(limit))
                : documents.findByUserIdAndEndedFalseAndWorkspaceIdGreaterThanOrderByWorkspaceId(
                        user, after, Limit.of(limit));
    }

    /** Lets a person in who is not a member now. */
    public void begin(WorkspaceId workspace, UserId user, Role role, Instant now) {
        store(documents
                .findByWorkspaceIdAndUserId(workspace, user)
                .map(before -> before.again(role, now))
                .orElseGet(() -> Membership.first(workspace, user, role, now)));
    }

    /** Gives a member another role. */
    public void change(WorkspaceId workspace, UserId user, Role role) {
        store(demand(workspace, user).as(role));
    }

    /** Ends a membership and all that hangs on it. */
    public void end(WorkspaceId workspace, UserId user, UserId by) {
        store(demand(workspace, user).end());
        endings.orderedStream().forEach(ending -> ending.ended(workspace, user, by));
    }

    /**
     * Writes the row, so that what is written now and the membership's end cannot both commit.
     *
     * @throws NotFound where the membership does not last
     */
    public void rely(WorkspaceId workspace, UserId user) {
        var lasting = Query.query(Criteria.where("workspaceId")
                .is(workspace)
                .and("userId")
                .is(user)
                .and("ended")
                .is(false));
        if (mongo.updateFirst(lasting, new Update().inc("relied", 1), Membership.class)
                        .getMatchedCount()
                == 0) {
            throw new NotFound();
        }
    }

    private void store(Membership membership) {
        facts.publish(documents.save(membership).state());
    }
}
