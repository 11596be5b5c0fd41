package dev.atelier.identity.serviceaccount;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.atelier.events.RevocationState;
import dev.atelier.events.ServiceAccountEvent;
import dev.atelier.events.ServiceAccountEvent.ServiceAccountChanged;
import dev.atelier.events.ServiceAccountEvent.ServiceAccountRevoked;
import dev.atelier.events.ServiceAccountEvent.ServiceAccountSuspended;
import dev.atelier.events.id.ApiKeyId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.identity.account.Account;
import dev.atelier.identity.account.AccountStore;
import dev.atelier.identity.session.SessionSettings;
import dev.atelier.identity.session.TokenRevoker;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.responsibility.Suspension;
import dev.atelier.kit.scope.ApiScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Stores service accounts together with their events. Changes require a running transaction. */
@Component
public class ServiceAccountStore {
    private static final Duration COARSE = Duration.ofMinutes(1);
    private static final int EXPIRED = 50;

    private final ServiceAccountRepository documents;
    private final MongoTemplate mongo;
    private final AccountStore accountStore;
    private final Outbox outbox;
    private final TokenRevoker tokenRevoker;
    private final TransactionRunner transactionRunner;
    private final SessionSettings sessions;
    private final Clock clock;

    ServiceAccountStore(
            ServiceAccountRepository documents,
            MongoTemplate mongo,
            AccountStore accountStore,
            Outbox outbox,
            TokenRevoker tokenRevoker,
            TransactionRunner transactionRunner,
            SessionSettings sessions,
            Clock clock) {
        this.documents = documents;
        this.mongo = mongo;
        this.accountStore = accountStore;
        this.outbox = outbox;
        this.tokenRevoker = tokenRevoker;
        this.transactionRunner = transactionRunner;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * A valid key with its account.
     *
     * @param session id under which tokens are issued for it
     * @param end when the key expires
     */
    public record ValidApiKey(
            UserId account, WorkspaceId workspace, Set<ApiScope> scopes, ApiKeyId key, UUID session, Instant end) {
        public ValidApiKey {
            scopes = Set.copyOf(scopes);
        }
    }

    /**
     * Finds a valid key; empty where it is unknown, expired, revoked, or a responsible person's account is deactivated.
     */
    public Optional<ValidApiKey> findValidKey(ApiKeySecret secret) {
        var hash = secret.hash();
        return documents
                .findFirstByKeysHash(hash)
                .flatMap(account -> account.findValidKey(hash, clock.instant())
                        .filter(key -> !isDeactivated(account.responsible()) && !isDeactivated(key.responsible()))
                        .map(key -> new ValidApiKey(
                                account.id(),
                                account.workspaceId(),
                                account.scopes(),
                                key.id(),
                                key.session(),
                                key.expires())));
    }

    private boolean isDeactivated(UserId person) {
        return accountStore.find(person).filter(Account::deactivated).isPresent();
    }

    /** Suspends the account: no key is valid, and issued tokens are void. */
    void suspend(ServiceAccount account, Suspension suspension) {
        save(
                account.suspend(suspension),
                new ServiceAccountSuspended(account.workspaceId(), account.id(), suspension.of(), suspension.reason()));
        tokenRevoker.revoke(account.id());
    }

    /** Makes another member responsible; {@code revokeKeys} removes all keys. */
    ServiceAccount assign(ServiceAccount account, UserId to, boolean revokeKeys) {
        var after = revokeKeys ? account.assignWithoutKeys(to) : account.assign(to);
        var fields = revokeKeys ? Set.of("responsible", "keys") : Set.of("responsible");
        return save(account, after, changed(account, fields, to));
    }

    /** Ends a suspension because the responsible person's account is open again. */
    void resume(ServiceAccount account, Suspension over) {
        save(account.resume(), changed(account, Set.of("suspendedAt"), over.of()));
    }

    private static ServiceAccountChanged changed(ServiceAccount account, Set<String> fields, UserId by) {
        return new ServiceAccountChanged(
                account.workspaceId(),
                account.id(),
                fields,
                account.scopes().stream().map(ApiScope::text).collect(Collectors.toSet()),
                by);
    }

    /** Revokes expired accounts, each in its own transaction, while {@code goesOn} is true. */
    public void revokeExpired(BooleanSupplier goesOn) {
        for (var some = expired(); !some.isEmpty() && goesOn.getAsBoolean(); some = expired()) {
            some.forEach(this::revokeExpired);
        }
    }

    private List<ServiceAccount> expired() {
        return documents.findByRevokedAtIsNullAndExpiresLessThanEqualOrderByExpires(now(), Limit.of(EXPIRED));
    }

    /** Does nothing where it was revoked meanwhile, or its expiry was moved. */
    private void revokeExpired(ServiceAccount account) {
        transactionRunner.run(() -> find(account.workspaceId(), account.id())
                .filter(found -> !found.expires().isAfter(now()))
                .ifPresent(found -> revoke(found, null)));
    }

    /** Records a use, at most once a minute, with an update that conflicts with no other write of the account. */
    public void recordUse(ValidApiKey good) {
        var now = now();
        var key = where("id")
                .is(good.key())
                .orOperator(where("lastUsed").isNull(), where("lastUsed").lt(now.minus(COARSE)));
        var account = where("workspaceId")
                .is(good.workspace())
                .and("_id")
                .is(good.account())
                .and("keys")
                .elemMatch(key);
        mongo.updateFirst(Query.query(account), new Update().set("keys.$.lastUsed", now), ServiceAccount.class);
    }

    /** Revokes an account whose membership has ended; does nothing where there is no active one. */
    public void revokeWithMembership(WorkspaceId workspace, UserId id) {
        find(workspace, id).ifPresent(account -> revoke(account, null));
    }

    /**
     * Revokes an account in any workspace.
     *
     * @throws NotFound where there is no active one
     */
    public void revokeById(UserId id, UserId by) {
        revoke(documents.findByIdAndRevokedAtIsNull(id).orElseThrow(NotFound::new), by);
    }

    /** Revokes the account: its keys and issued tokens are void. */
    void revoke(ServiceAccount account, @Nullable UserId by) {
        save(account.revoke(now()), new ServiceAccountRevoked(account.workspaceId(), account.id(), by));
        tokenRevoker.revoke(account.id());
    }

    /**
     * Deletes some of a deleted workspace's accounts, including their names, and publishes their end.
     *
     * @return number of deleted accounts
     */
    public int erase(WorkspaceId workspace, int limit) {
        TransactionRunner.requireTransaction("forgetting accounts");
        var some = documents.findByWorkspaceId(workspace, Limit.of(limit));
        for (var account : some) {
            if (account.active()) {
                outbox.append(new ServiceAccountRevoked(workspace, account.id(), null), account.eventCount() + 1);
                tokenRevoker.revoke(account.id());
            }
            outbox.append(account.ended());
        }
        documents.deleteByWorkspaceIdAndIdIn(
                workspace, some.stream().map(ServiceAccount::id).toList());
        return some.size();
    }

    /**
     * Returns an active account.
     *
     * @throws NotFound where there is none
     */
    ServiceAccount require(WorkspaceId workspace, UserId id) {
        return find(workspace, id).orElseThrow(NotFound::new);
    }

    private Optional<ServiceAccount> find(WorkspaceId workspace, UserId id) {
        return documents.findByWorkspaceIdAndIdAndRevokedAtIsNull(workspace, id);
    }

    long count(WorkspaceId workspace) {
        return documents.countByWorkspaceIdAndRevokedAtIsNull(workspace);
    }

    /** Returns a page of active accounts, the oldest first. */
    List<ServiceAccount> of(WorkspaceId workspace, @Nullable UserId after, int limit) {
        return after == null
                ? documents.findByWorkspaceIdAndRevokedAtIsNullOrderById(workspace, Limit.of(limit))
                : documents.findByWorkspaceIdAndRevokedAtIsNullAndIdGreaterThanOrderById(
                        workspace, after, Limit.of(limit));
    }

    /** Saves an account and publishes its event and its state. */
    ServiceAccount save(ServiceAccount account, ServiceAccountEvent fact) {
        TransactionRunner.requireTransaction("a change of a service account");
        var kept = documents.save(account);
        outbox.append(fact, kept.eventCount());
        outbox.append(kept.state());
        return kept;
    }

    /** As {@link #save}, after a change of keys; also voids the tokens of sessions that the account no longer has. */
    ServiceAccount save(ServiceAccount before, ServiceAccount after, ServiceAccountEvent fact) {
        var kept = save(after, fact);
        var now = now();
        var going = sessionsOf(after);
        sessionsOf(before).stream()
                .filter(session -> !going.contains(session))
                .forEach(session -> outbox.append(new RevocationState(
                        session.toString(), now, now.plus(sessions.accessTokenLife()), false, now.toEpochMilli())));
        return kept;
    }

    /** The present time in the precision of the database. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Set<UUID> sessionsOf(ServiceAccount account) {
        return account.keys().stream().map(ApiKey::session).collect(Collectors.toSet());
    }
}
