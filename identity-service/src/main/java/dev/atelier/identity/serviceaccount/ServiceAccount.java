package dev.atelier.identity.serviceaccount;

import dev.atelier.events.UserState;
import dev.atelier.events.UserStatus;
import dev.atelier.events.id.ApiKeyId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.kit.responsibility.ActsForMember;
import dev.atelier.kit.responsibility.Suspension;
import dev.atelier.kit.scope.ApiScope;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The identity of a workspace's API clients. After revocation it stays without keys, so that what it did keeps a name.
 *
 * @param expires when all its keys stop being valid
 * @param responsible who created it, or took it over since
 * @param suspension null while its keys are valid
 * @param revokedAt null while it is active
 * @param version of the state that its manager and other services see; only grows
 * @param eventCount number of events published about it
 */
@Document("serviceAccounts")
@TypeAlias("service-account")
@CompoundIndex(name = "of-workspace", def = "{workspaceId: 1, revokedAt: 1, _id: 1}")
@CompoundIndex(name = "by-key", def = "{'keys.hash': 1}")
@CompoundIndex(name = "by-end", def = "{revokedAt: 1, expires: 1}")
@CompoundIndex(name = "by-responsible", def = "{responsible: 1}")
@CompoundIndex(name = "by-responsible-of-key", def = "{'keys.responsible': 1}")
@CompoundIndex(name = "by-creator", def = "{createdBy: 1}")
@CompoundIndex(name = "by-creator-of-key", def = "{'keys.createdBy': 1}")
record ServiceAccount(
        @Id UserId id,
        @Version @Nullable Long lock,
        WorkspaceId workspaceId,
        @NotPersonal("the display name of a thing") String name,
        Set<ApiScope> scopes,
        List<ApiKey> keys,
        Instant expires,
        UserId createdBy,
        UserId responsible,
        @Nullable Suspension suspension,
        Instant createdAt,
        @Nullable Instant revokedAt,
        long version,
        long eventCount)
        implements ActsForMember {
    /** Documents from before {@code responsible} existed fall back to the creator. */
    ServiceAccount {
        responsible = Objects.requireNonNullElse(responsible, createdBy);
        scopes = Set.copyOf(scopes);
        keys = List.copyOf(keys);
    }

    static ServiceAccount create(
            UserId id, WorkspaceId workspace, ServiceAccountDetails serviceAccountDetails, UserId by, Instant now) {
        return new ServiceAccount(
                id,
                null,
                workspace,
                serviceAccountDetails.name(),
                serviceAccountDetails.scopes(),
                List.of(),
                serviceAccountDetails.expires(),
                by,
                by,
                null,
                now,
                null,
                1,
                1);
    }

    /** The fields that its manager sets. */
    record ServiceAccountDetails(String name, Set<ApiScope> scopes, Instant expires) {}

    ServiceAccountDetails particulars() {
        return new ServiceAccountDetails(name, scopes, expires);
    }

    /**
     * Changes the fields. Where scopes change or the expiry moves earlier, issued tokens become void, as its keys get
     * new sessions.
     */
    ServiceAccount update(ServiceAccountDetails other) {
        var narrower = !other.scopes().equals(scopes) || other.expires().isBefore(expires);
        UnaryOperator<ApiKey> key =
                narrower ? one -> one.expiringBy(other.expires()).withAnotherSession() : UnaryOperator.identity();
        return new ServiceAccount(
                id,
                lock,
                workspaceId,
                other.name(),
                other.scopes(),
                keys.stream().map(key).toList(),
                other.expires(),
                createdBy,
                responsible,
                suspension,
                createdAt,
                revokedAt,
                version + 1,
                eventCount + 1);
    }

    /** Adds a key. The others expire at {@code otherKeysExpireAt} where it is given; expired keys are removed. */
    ServiceAccount add(ApiKey key, Instant now, @Nullable Instant otherKeysExpireAt) {
        var kept = validKeys(now).map(one -> otherKeysExpireAt == null ? one : one.expiringBy(otherKeysExpireAt));
        return with(Stream.concat(kept, Stream.of(key)).toList());
    }

    ServiceAccount remove(ApiKeyId key) {
        return with(keys.stream().filter(one -> !one.id().equals(key)).toList());
    }

    /** Revokes it and removes its keys. */
    ServiceAccount revoke(Instant now) {
        return new ServiceAccount(
                id,
                lock,
                workspaceId,
                name,
                scopes,
                List.of(),
                expires,
                createdBy,
                responsible,
                suspension,
                createdAt,
                now,
                version + 1,
                eventCount + 1);
    }

    /** Suspends it: no key is valid; the keys stay for whoever takes it over. */
    ServiceAccount suspend(Suspension by) {
        return withResponsibility(keys, responsible, by);
    }

    /** Ends the suspension: its keys are valid again. */
    ServiceAccount resume() {
        return withResponsibility(keys, responsible, null);
    }

    /** Makes another member responsible for it and its keys, which are valid again. */
    ServiceAccount assign(UserId to) {
        return withResponsibility(keys.stream().map(key -> key.of(to)).toList(), to, null);
    }

    /** As {@link #assign}, but removes its keys. */
    ServiceAccount assignWithoutKeys(UserId to) {
        return withResponsibility(List.of(), to, null);
    }

    private ServiceAccount withResponsibility(List<ApiKey> keys, UserId responsible, @Nullable Suspension suspension) {
        return new ServiceAccount(
                id,
                lock,
                workspaceId,
                name,
                scopes,
                keys,
                expires,
                createdBy,
                responsible,
                suspension,
                createdAt,
                revokedAt,
                version + 1,
                eventCount + 1);
    }

    boolean active() {
        return revokedAt == null;
    }

    Stream<ApiKey> validKeys(Instant now) {
        return keys.stream().filter(key -> key.isValidAt(now));
    }

    Optional<ApiKey> key(ApiKeyId wanted) {
        return keys.stream().filter(one -> one.id().equals(wanted)).findAny();
    }

    /** Returns the key of that hash where it is valid. */
    Optional<ApiKey> findValidKey(String hash, Instant now) {
        return active() && !suspended() && now.isBefore(expires)
                ? validKeys(now).filter(one -> one.hash().equals(hash)).findAny()
                : Optional.empty();
    }

    /** The state that other services see: its name, without an address. */
    UserState state() {
        return new UserState(
                id, name, null, null, true, !active(), null, null, UserStatus.NONE, null, null, false, version);
    }

    /** The last state that is published about it. */
    UserState ended() {
        return new UserState(
                id, null, null, null, false, true, null, null, UserStatus.NONE, null, null, true, version + 1);
    }

    private ServiceAccount with(List<ApiKey> others) {
        return new ServiceAccount(
                id,
                lock,
                workspaceId,
                name,
                scopes,
                others,
                expires,
                createdBy,
                responsible,
                suspension,
                createdAt,
                revokedAt,
                version,
                eventCount + 1);
    }
}
