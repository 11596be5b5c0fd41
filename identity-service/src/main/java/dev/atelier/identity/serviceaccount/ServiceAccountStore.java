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

/** All service accounts, written together with what is said of them. What changes one demands a running transaction. */
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
     * A key that is good, with whose it is.
     *
     * @param session under which tokens are issued for it
     * @param end when neither key nor account is good any more
     */
    public record ValidApiKey(
            UserId account, WorkspaceId workspace, Set<ApiScope> scopes, ApiKeyId key, UUID session, Instant end) {
        public ValidApiKey {
            scopes = Set.copyOf(scopes);
        }
    }

    /** Empty where it was never made, has ended, was revoked, or nobody who answers for it has an open account. */
    public Optional<ValidApiKey> good(ApiKeySecret secret) {
        var hash = secret.hash();
        return documents
                .findFirstByKeysHash(hash)
                .flatMap(account -> account.goodKey(hash, clock.instant())
                        .filter(key -> !shut(account.responsible()) && !shut(key.responsible()))
                        .map(key -> new ValidApiKey(
                                account.id(),
                                account.workspaceId(),
                                account.scopes(),
                                key.id(),
                                key.session(),
                                key.expires())));
    }

    private boolean shut(UserId person) {
        return accountStore.find(person).filter(Account::deactivated).isPresent();
    }

    /** No key is good any more, and tokens that are out are void. */
    void suspend(ServiceAccount account, Suspension suspension) {
        keep(
                account.suspend(suspension),
                new ServiceAccountSuspended(account.workspaceId(), account.id(), suspension.of(), suspension.reason()));
        tokenRevoker.revoke(account.id());
    }

    /** Another member answers for it; where {@code revokeKeys}, for none of its keys. */
    ServiceAccount assign(ServiceAccount account, UserId to, boolean revokeKeys) {
        var after = revokeKeys ? account.assignWithoutKeys(to) : account.assign(to);
        var fields = revokeKeys ? Set.of("responsible", "keys") : Set.of("responsible");
        return keep(account, after, changed(account, fields, to));
    }

    /** Whoever is responsible has their account back, so its keys are good again. */
    void giveBack(ServiceAccount account, Suspension over) {
        keep(account.giveBack(), changed(account, Set.of("suspendedAt"), over.of()));
    }

    private static ServiceAccountChanged changed(ServiceAccount account, Set<String> fields, UserId by) {
        return new ServiceAccountChanged(
                account.workspaceId(),
                account.id(),
                fields,
                account.scopes().stream().map(ApiScope::text).collect(Collectors.toSet()),
                by);
    }

    /** Ends accounts whose time is over, as by a revocation, each in a transaction of its own, for as long as {@code goesOn}. */
    public void endExpired(BooleanSupplier goesOn) {
        for (var some = expired(); !some.isEmpty() && goesOn.getAsBoolean(); some = expired()) {
            some.forEach(this::endExpired);
        }
    }

    private List<ServiceAccount> expired() {
        return documents.findByRevokedAtIsNullAndExpiresLessThanEqualOrderByExpires(now(), Limit.of(EXPIRED));
    }

    /** Nothing happens where it ended meanwhile, or its end was put off. */
    private void endExpired(ServiceAccount account) {
        transactionRunner.run(() -> find(account.workspaceId(), account.id())
                .filter(found -> !found.expires().isAfter(now()))
                .ifPresent(found -> revoke(found, null)));
    }

    /** At most once a minute, and beside whatever else is written of the account. */
    public void used(ValidApiKey good) {
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

    /** Ends an account with its membership; nothing happens where there is none that lasts. */
    public void endOf(WorkspaceId workspace, UserId id) {
        find(workspace, id).ifPresent(account -> revoke(account, null));
    }

    /**
     * Ends an account wherever it is.
     *
     * @throws NotFound where there is none that lasts
     */
    public void end(UserId id, UserId by) {
        revoke(documents.findByIdAndRevokedAtIsNull(id).orElseThrow(NotFound::new), by);
    }

    /** Nothing can be done with the account any more, nor with tokens that are out. */
    void revoke(ServiceAccount account, @Nullable UserId by) {
        keep(account.revoke(now()), new ServiceAccountRevoked(account.workspaceId(), account.id(), by));
        tokenRevoker.revoke(account.id());
    }

    /**
     * Forgets some of a deleted workspace's accounts, names too, and says their end.
     *
     * @return how many
     */
    public int forget(WorkspaceId workspace, int limit) {
        TransactionRunner.demand("forgetting accounts");
        var some = documents.findByWorkspaceId(workspace, Limit.of(limit));
        for (var account : some) {
            if (account.lasts()) {
                outbox.append(new ServiceAccountRevoked(workspace, account.id(), null), account.said() + 1);
                tokenRevoker.revoke(account.id());
            }
            outbox.append(account.ended());
        }
        documents.deleteByWorkspaceIdAndIdIn(
                workspace, some.stream().map(ServiceAccount::id).toList());
        return some.size();
    }

    /**
     * One that lasts.
     *
     * @throws NotFound where there is none
     */
    ServiceAccount demand(WorkspaceId workspace, UserId id) {
        return find(workspace, id).orElseThrow(NotFound::new);
    }

    private Optional<ServiceAccount> find(WorkspaceId workspace, UserId id) {
        return documents.findByWorkspaceIdAndIdAndRevokedAtIsNull(workspace, id);
    }

    long count(WorkspaceId workspace) {
        return documents.countByWorkspaceIdAndRevokedAtIsNull(workspace);
    }

    /** A stretch of those that last, the oldest first. */
    List<ServiceAccount> of(WorkspaceId workspace, @Nullable UserId after, int limit) {
        return after == null
                ? documents.findByWorkspaceIdAndRevokedAtIsNullOrderById(workspace, Limit.of(limit))
                : documents.findByWorkspaceIdAndRevokedAtIsNullAndIdGreaterThanOrderById(
                        workspace, after, Limit.of(limit));
    }

    /** Stores an account with the one fact it says. */
    ServiceAccount keep(ServiceAccount account, ServiceAccountEvent fact) {
        TransactionRunner.demand("a change of a service account");
        var kept = documents.save(account);
        outbox.append(fact, kept.said());
        outbox.append(kept.state());
        return kept;
    }

    /** As {@link #keep} after a change of keys; tokens of sessions that it no longer has are void. */
    ServiceAccount keep(ServiceAccount before, ServiceAccount after, ServiceAccountEvent fact) {
        var kept = keep(after, fact);
        var now = now();
        var going = sessionsOf(after);
        sessionsOf(before).stream()
                .filter(session -> !going.contains(session))
                .forEach(session -> outbox.append(new RevocationState(
                        session.toString(), now, now.plus(sessions.accessTokenLife()), false, now.toEpochMilli())));
        return kept;
    }

    /** As the database keeps times. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Set<UUID> sessionsOf(ServiceAccount account) {
        return account.keys().stream().map(ApiKey::session).collect(Collectors.toSet());
    }
}
