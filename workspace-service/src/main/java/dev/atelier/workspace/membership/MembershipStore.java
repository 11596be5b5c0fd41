package dev.atelier.workspace.membership;

import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.work.BatchJob;
import dev.atelier.kit.work.WorkQueue;
import dev.atelier.workspace.event.WorkspaceEventPublisher;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.Limit;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The memberships of all workspaces. Changes run in the caller's transaction. */
@Component
public class MembershipStore {
    private final MembershipRepository rows;
    private final MongoTemplate mongo;
    private final WorkspaceEventPublisher workspaceEventPublisher;
    private final WorkQueue<BatchJob> jobs;
    private final ObjectProvider<MembershipEndListener> endings;

    MembershipStore(
            MembershipRepository rows,
            MongoTemplate mongo,
            WorkspaceEventPublisher workspaceEventPublisher,
            WorkQueue<BatchJob> jobs,
            ObjectProvider<MembershipEndListener> endings) {
        this.rows = rows;
        this.mongo = mongo;
        this.workspaceEventPublisher = workspaceEventPublisher;
        this.jobs = jobs;
        this.endings = endings;
    }

    /** Returns the current membership, if there is one. */
    public Optional<Membership> find(WorkspaceId workspace, UserId user) {
        return findDocument(workspace, user).map(MembershipDocument::toMembership);
    }

    /**
     * Returns the current membership.
     *
     * @throws NotFound if there is none
     */
    public Membership require(WorkspaceId workspace, UserId user) {
        return find(workspace, user).orElseThrow(NotFound::new);
    }

    /** Returns the memberships of those of these people who are or were members. */
    public List<Membership> findCurrentAndFormer(WorkspaceId workspace, Collection<UserId> users) {
        return memberships(rows.findByWorkspaceIdAndUserIdIn(workspace, users));
    }

    /** Returns those of these people who are members now. */
    public Set<UserId> filterMembers(WorkspaceId workspace, Collection<UserId> users) {
        return rows.findByWorkspaceIdAndUserIdIn(workspace, users).stream()
                .filter(row -> !row.ended())
                .map(MembershipDocument::userId)
                .collect(Collectors.toUnmodifiableSet());
    }

    public List<Membership> findAll(WorkspaceId workspace) {
        return memberships(rows.findByWorkspaceIdAndEndedFalse(workspace));
    }

    /** Counts the members who take a seat; service accounts take none. */
    public long count(WorkspaceId workspace) {
        return rows.countByWorkspaceIdAndEndedFalseAndRoleNot(workspace, WorkspaceRole.SERVICE_ACCOUNT);
    }

    /** Returns up to {@code limit} members, ordered by user id. */
    public List<Membership> findPage(WorkspaceId workspace, @Nullable UserId after, int limit) {
        return memberships(
                after == null
                        ? rows.findByWorkspaceIdAndEndedFalseOrderByUserId(workspace, Limit.of(limit))
                        : rows.findByWorkspaceIdAndEndedFalseAndUserIdGreaterThanOrderByUserId(
                                workspace, after, Limit.of(limit)));
    }

    /**
     * Returns up to {@code limit} memberships of one person, ordered by workspace id, which is the order of creation.
     */
    public List<Membership> findPage(UserId user, @Nullable WorkspaceId after, int limit) {
        return memberships(
                after == null
                        ? rows.findByUserIdAndEndedFalseOrderByWorkspaceId(user, Limit.of(limit))
                        : rows.findByUserIdAndEndedFalseAndWorkspaceIdGreaterThanOrderByWorkspaceId(
                                user, after, Limit.of(limit)));
    }

    /**
     * Starts the membership of a person who is not a member now.
     *
     * @throws MembershipStillEnding if something that depended on an earlier membership is left, which must not become
     *     active again
     */
    public void start(WorkspaceId workspace, UserId user, WorkspaceRole role, Instant now) {
        store(rows.findByWorkspaceIdAndUserId(workspace, user)
                .map(before -> restart(before, role, now))
                .orElseGet(() -> MembershipDocument.create(workspace, user, role, now)));
    }

    private MembershipDocument restart(MembershipDocument before, WorkspaceRole role, Instant now) {
        if (endings.stream().anyMatch(ending -> ending.remains(before.workspaceId(), before.userId()))) {
            throw new MembershipStillEnding();
        }
        return before.restart(role, now);
    }

    /** Changes the role of a member. */
    public void changeRole(WorkspaceId workspace, UserId user, WorkspaceRole role) {
        store(findDocument(workspace, user).orElseThrow(NotFound::new).withRole(role));
    }

    /**
     * Ends a membership, and with it all access, in one small write. A batch job ends what depended on it, see
     * {@link MembershipEndListener}.
     */
    public void end(WorkspaceId workspace, UserId user, UserId by) {
        store(findDocument(workspace, user).orElseThrow(NotFound::new).end());
        endings.orderedStream().forEach(ending -> ending.ended(workspace, user, by));
        jobs.enqueue(MembershipEndHandler.createJob(workspace, user, by).request());
    }

    /**
     * Writes the membership document, so that the caller's transaction and one that ends the membership cannot both
     * commit.
     *
     * @throws NotFound if there is no current membership
     */
    public void lockMembership(WorkspaceId workspace, UserId user) {
        var lasting = Query.query(Criteria.where("workspaceId")
                .is(workspace)
                .and("userId")
                .is(user)
                .and("ended")
                .is(false));
        if (mongo.updateFirst(lasting, new Update().inc("relied", 1), MembershipDocument.class)
                        .getMatchedCount()
                == 0) {
            throw new NotFound();
        }
    }

    /** Writes the membership documents of these people, for the same reason; skips people who are not members. */
    public void lockMemberships(WorkspaceId workspace, Collection<UserId> users) {
        var lasting = Query.query(Criteria.where("workspaceId")
                .is(workspace)
                .and("userId")
                .in(users)
                .and("ended")
                .is(false));
        mongo.updateMulti(lasting, new Update().inc("relied", 1), MembershipDocument.class);
    }

    /**
     * Ends all memberships of a workspace that is deleted, in the running transaction, so that nothing that relies on
     * one can commit concurrently. {@link MembershipEraser} publishes the ended memberships when it deletes their
     * documents.
     */
    public void endAll(WorkspaceId workspace) {
        TransactionRunner.requireTransaction("ending all memberships");
        var lasting = Query.query(
                Criteria.where("workspaceId").is(workspace).and("ended").is(false));
        var end = new Update()
                .set("ended", true)
                .set("role", WorkspaceRole.MEMBER)
                .inc("version", 1)
                .inc("lock", 1);
        mongo.updateMulti(lasting, end, MembershipDocument.class);
    }

    private Optional<MembershipDocument> findDocument(WorkspaceId workspace, UserId user) {
        return rows.findByWorkspaceIdAndUserId(workspace, user).filter(row -> !row.ended());
    }

    private static List<Membership> memberships(List<MembershipDocument> rows) {
        return rows.stream().map(MembershipDocument::toMembership).toList();
    }

    private void store(MembershipDocument row) {
        workspaceEventPublisher.publishState(rows.save(row).toState());
    }
}
