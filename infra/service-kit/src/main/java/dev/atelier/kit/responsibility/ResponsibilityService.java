package dev.atelier.kit.responsibility;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.atelier.events.SuspensionReason;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.mongo.AcrossWorkspaces;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.problem.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Decides who is responsible for what acts for members, and what happens to it when they leave. The methods that
 * change something require a running transaction and change the first {@value #BATCH} documents in it; a worker
 * changes the others, {@value #BATCH} in a transaction.
 */
public final class ResponsibilityService {
    /** How many documents one transaction changes. */
    static final int BATCH = 100;

    /** How many items of one member a service lists. */
    static final int LISTED = 500;

    private final MongoTemplate mongo;
    private final Supplier<List<ActsForMemberStore<?>>> stores;
    private final WorkspaceAuthorization workspaceAuthorization;
    private final AccountStatusLookup accounts;
    private final TransactionRunner transactionRunner;
    private final Clock clock;

    ResponsibilityService(
            MongoTemplate mongo,
            Supplier<List<ActsForMemberStore<?>>> stores,
            WorkspaceAuthorization workspaceAuthorization,
            AccountStatusLookup accounts,
            TransactionRunner transactionRunner,
            Clock clock) {
        this.mongo = mongo;
        this.stores = stores;
        this.workspaceAuthorization = workspaceAuthorization;
        this.accounts = accounts;
        this.transactionRunner = transactionRunner;
        this.clock = clock;
    }

    /**
     * Requires that the user may become responsible for something in a workspace: its manager, with an active account.
     * Writes the stored states that prove it, so that this transaction and a change of them cannot both commit.
     *
     * @throws NotFound where the user is not a member
     * @throws dev.atelier.kit.access.ManagerRequired where the user is a member but not the manager
     * @throws AccountNotActive where the account is not active
     */
    public void requireActiveManager(WorkspaceId workspace, UserId member) {
        TransactionRunner.requireTransaction("making somebody responsible");
        workspaceAuthorization.lockMembership(workspace, member);
        workspaceAuthorization.requireManager(workspace, member);
        accounts.requireActive(member);
    }

    /** Suspends what a former member was responsible for in a workspace, until another member takes it over. */
    public void suspendForEndedMembership(WorkspaceId workspace, UserId member) {
        begin(ResponsibilityChange.suspend(workspace, member, SuspensionReason.MEMBERSHIP_ENDED, now()));
    }

    /** Suspends what a user was responsible for in all workspaces. */
    public void suspendForInactiveAccount(UserId member, SuspensionReason reason) {
        begin(ResponsibilityChange.suspend(null, member, reason, now()));
    }

    /** Restores what was suspended with the account and was not taken over since. */
    public void restoreForActiveAccount(UserId member) {
        begin(ResponsibilityChange.restore(member, now()));
    }

    /**
     * Makes another member responsible for everything that a member was responsible for in a workspace; does nothing
     * where the other one is not a member or has no active account.
     */
    public void assignToSuccessor(WorkspaceId workspace, UserId from, UserId to) {
        TransactionRunner.requireTransaction("handing over");
        try {
            workspaceAuthorization.lockMembership(workspace, to);
            accounts.requireActive(to);
        } catch (NotFound | AccountNotActive gone) {
            return;
        }
        begin(ResponsibilityChange.assign(workspace, from, to, now()));
    }

    /** Lists what a member is responsible for in a workspace. */
    public ResponsibilityList listFor(WorkspaceId workspace, UserId member) {
        var items = new ArrayList<ResponsibilityItem>();
        stores.get().forEach(store -> items.addAll(list(store, workspace, member, LISTED + 1 - items.size())));
        return new ResponsibilityList(items.stream().limit(LISTED).toList(), items.size() > LISTED);
    }

    /** Continues a stored change with the next batch; returns false where there is none. */
    boolean processNext() {
        return transactionRunner.call(() -> {
            var left = mongo.findOne(new Query().with(Sort.by("at")), ResponsibilityChange.class);
            if (left == null) {
                return false;
            }
            if (apply(left) < BATCH) {
                mongo.remove(left);
            } else {
                mongo.save(left.at(now()));
            }
            return true;
        });
    }

    private void begin(ResponsibilityChange change) {
        TransactionRunner.requireTransaction("a change of what members are responsible for");
        var earlier = Query.query(where("_id").is(change.id()));
        if (apply(change) == BATCH) {
            mongo.save(change);
        } else {
            mongo.remove(earlier, ResponsibilityChange.class);
        }
    }

    private int apply(ResponsibilityChange change) {
        int done = 0;
        for (var store : stores.get()) {
            done += apply(store, change, BATCH - done);
            if (done == BATCH) {
                break;
            }
        }
        return done;
    }

    @AcrossWorkspaces("the end of an account affects its documents in all workspaces")
    private <T extends ActsForMember> int apply(ActsForMemberStore<T> store, ResponsibilityChange change, int limit) {
        var found = mongo.find(Query.query(concerned(store, change)).limit(limit), store.type());
        for (var thing : found) {
            switch (change.kind()) {
                case SUSPEND ->
                    store.suspend(
                            thing,
                            new Suspension(change.at(), change.member(), Objects.requireNonNull(change.reason())));
                case GIVE_BACK -> store.restore(thing);
                case ASSIGN -> store.assign(thing, Objects.requireNonNull(change.to()));
            }
        }
        return found.size();
    }

    /**
     * Returns the query for the documents that the change still has to reach; those already changed do not match any
     * more.
     */
    private static Criteria concerned(ActsForMemberStore<?> store, ResponsibilityChange change) {
        var all = new ArrayList<Criteria>();
        if (change.workspaceId() != null) {
            all.add(where("workspaceId").is(change.workspaceId()));
        }
        all.add(store.heldBy(change.member()));
        switch (change.kind()) {
            case SUSPEND -> all.add(open(Objects.requireNonNull(change.reason())));
            case GIVE_BACK ->
                all.add(where("suspension.of")
                        .is(change.member())
                        .and("suspension.reason")
                        .in(Suspension.PASSING));
            case ASSIGN -> {}
        }
        return new Criteria().andOperator(all);
    }

    /**
     * Matches what is not suspended; for a permanent reason also what is suspended only until the account is active
     * again.
     */
    private static Criteria open(SuspensionReason reason) {
        var free = where("suspension").isNull();
        return Suspension.PASSING.contains(reason)
                ? free
                : new Criteria().orOperator(free, where("suspension.reason").in(Suspension.PASSING));
    }

    private <T extends ActsForMember> List<ResponsibilityItem> list(
            ActsForMemberStore<T> store, WorkspaceId workspace, UserId member, int limit) {
        var held = new Criteria().andOperator(where("workspaceId").is(workspace), store.heldBy(member));
        return limit <= 0
                ? List.of()
                : mongo.find(Query.query(held).with(Sort.by("_id")).limit(limit), store.type()).stream()
                        .map(store::toItem)
                        .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
