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

/** The memberships of all workspaces. What changes them runs in the caller's transaction. */
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

    /** The membership that lasts, if there is one. */
    public Optional<Membership> lasting(WorkspaceId workspace, UserId user) {
        return lastingRow(workspace, user).map(MembershipDocument::membership);
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
        return memberships(rows.findByWorkspaceIdAndUserIdIn(workspace, users));
    }

    /** Those of these people who are members now. */
    public Set<UserId> lastingOf(WorkspaceId workspace, Collection<UserId> users) {
        return rows.findByWorkspaceIdAndUserIdIn(workspace, users).stream()
                .filter(row -> !row.ended())
                .map(MembershipDocument::userId)
                .collect(Collectors.toUnmodifiableSet());
    }

    public List<Membership> allOf(WorkspaceId workspace) {
        return memberships(rows.findByWorkspaceIdAndEndedFalse(workspace));
    }

    /** How many people belong to it; service accounts take no seat. */
    public long count(WorkspaceId workspace) {
        return rows.countByWorkspaceIdAndEndedFalseAndRoleNot(workspace, WorkspaceRole.SERVICE_ACCOUNT);
    }

    /** A stretch of the members, by user id. */
    public List<Membership> of(WorkspaceId workspace, @Nullable UserId after, int limit) {
        return memberships(
                after == null
                        ? rows.findByWorkspaceIdAndEndedFalseOrderByUserId(workspace, Limit.of(limit))
                        : rows.findByWorkspaceIdAndEndedFalseAndUserIdGreaterThanOrderByUserId(
                                workspace, after, Limit.of(limit)));
    }

    /** A stretch of one person's memberships, by workspace id, which is by the workspaces' age. */
    public List<Membership> of(UserId user, @Nullable WorkspaceId after, int limit) {
        return memberships(
                after == null
                        ? rows.findByUserIdAndEndedFalseOrderByWorkspaceId(user, Limit.of(limit))
                        : rows.findByUserIdAndEndedFalseAndWorkspaceIdGreaterThanOrderByWorkspaceId(
                                user, after, Limit.of(limit)));
    }

    /**
     * Lets a person in who is not a member now.
     *
     * @throws MembershipStillEnding where something that depended on an earlier membership is left: it must not come back with them
     */
    public void begin(WorkspaceId workspace, UserId user, WorkspaceRole role, Instant now) {
        store(rows.findByWorkspaceIdAndUserId(workspace, user)
                .map(before -> again(before, role, now))
                .orElseGet(() -> MembershipDocument.first(workspace, user, role, now)));
    }

    private MembershipDocument again(MembershipDocument before, WorkspaceRole role, Instant now) {
        if (endings.stream().anyMatch(ending -> ending.remains(before.workspaceId(), before.userId()))) {
            throw new MembershipStillEnding();
        }
        return before.again(role, now);
    }

    /** Gives a member another role. */
    public void change(WorkspaceId workspace, UserId user, WorkspaceRole role) {
        store(lastingRow(workspace, user).orElseThrow(NotFound::new).as(role));
    }

    /**
     * Ends a membership, and with it all access, in one small write. What depended on it follows in batches: {@link MembershipEndListener}.
     */
    public void end(WorkspaceId workspace, UserId user, UserId by) {
        store(lastingRow(workspace, user).orElseThrow(NotFound::new).end());
        endings.orderedStream().forEach(ending -> ending.ended(workspace, user, by));
        jobs.enqueue(MembershipEndHandler.job(workspace, user, by).request());
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
        if (mongo.updateFirst(lasting, new Update().inc("relied", 1), MembershipDocument.class)
                        .getMatchedCount()
                == 0) {
            throw new NotFound();
        }
    }

    /** As {@link #rely} for each of these people; whoever is no member is passed over. */
    public void relyOnAll(WorkspaceId workspace, Collection<UserId> users) {
        var lasting = Query.query(Criteria.where("workspaceId")
                .is(workspace)
                .and("userId")
                .in(users)
                .and("ended")
                .is(false));
        mongo.updateMulti(lasting, new Update().inc("relied", 1), MembershipDocument.class);
    }

    /**
     * Ends all memberships of a workspace that is deleted, in the running transaction; so nothing that relies on one can
     * commit beside it. Others are told as {@link MembershipEraser} removes the rows.
     */
    public void endAll(WorkspaceId workspace) {
        TransactionRunner.demand("ending all memberships");
        var lasting = Query.query(
                Criteria.where("workspaceId").is(workspace).and("ended").is(false));
        var end = new Update()
                .set("ended", true)
                .set("role", WorkspaceRole.MEMBER)
                .inc("version", 1)
                .inc("lock", 1);
        mongo.updateMulti(lasting, end, MembershipDocument.class);
    }

    private Optional<MembershipDocument> lastingRow(WorkspaceId workspace, UserId user) {
        return rows.findByWorkspaceIdAndUserId(workspace, user).filter(row -> !row.ended());
    }

    private static List<Membership> memberships(List<MembershipDocument> rows) {
        return rows.stream().map(MembershipDocument::membership).toList();
    }

    private void store(MembershipDocument row) {
        workspaceEventPublisher.publish(rows.save(row).state());
    }
}
