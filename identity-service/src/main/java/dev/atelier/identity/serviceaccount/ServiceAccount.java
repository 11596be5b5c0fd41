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
 * What API clients of one workspace act as. It stays after its end, so that what it did keeps a name; its keys go.
 *
 * @param expires no key of it is good from then on
 * @param responsible who made it, or took it over since
 * @param suspension null while its keys are good
 * @param revokedAt null while it lasts
 * @param version of what its manager and others are told of it; only grows
 * @param said how many facts it has said
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
        long said)
        implements ActsForMember {
    /** One that is older than responsibility is its maker's. */
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

    /** What its manager decides. */
    record ServiceAccountDetails(String name, Set<ApiScope> scopes, Instant expires) {}

    ServiceAccountDetails particulars() {
        return new ServiceAccountDetails(name, scopes, expires);
    }

    /** Tokens that are out say what was allowed before: its keys go on with others. */
    ServiceAccount describe(ServiceAccountDetails other) {
        var narrower = !other.scopes().equals(scopes) || other.expires().isBefore(expires);
        UnaryOperator<ApiKey> key =
                narrower ? one -> one.endingBy(other.expires()).withAnotherSession() : UnaryOperator.identity();
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
                said + 1);
    }

    /** Beside the others, which are of no use from {@code othersEnd} on where that is given; expired ones are forgotten. */
    ServiceAccount add(ApiKey key, Instant now, @Nullable Instant othersEnd) {
        var kept = goodKeys(now).map(one -> othersEnd == null ? one : one.endingBy(othersEnd));
        return with(Stream.concat(kept, Stream.of(key)).toList());
    }

    ServiceAccount remove(ApiKeyId key) {
        return with(keys.stream().filter(one -> !one.id().equals(key)).toList());
    }

    /** Its keys are gone; {@link #revokedAt} says since when. */
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
                said + 1);
    }

    /** None of its keys is good; they stay, for whoever takes it over. */
    ServiceAccount suspend(Suspension by) {
        return standing(keys, responsible, by);
    }

    /** Its keys are good again. */
    ServiceAccount giveBack() {
        return standing(keys, responsible, null);
    }

    /** Another member answers for it and for its keys, which are good again. */
    ServiceAccount assign(UserId to) {
        return standing(keys.stream().map(key -> key.of(to)).toList(), to, null);
    }

    /** As {@link #assign}, without its keys. */
    ServiceAccount assignWithoutKeys(UserId to) {
        return standing(List.of(), to, null);
    }

    private ServiceAccount standing(List<ApiKey> keys, UserId responsible, @Nullable Suspension suspension) {
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
                said + 1);
    }

    boolean lasts() {
        return revokedAt == null;
    }

    Stream<ApiKey> goodKeys(Instant now) {
        return keys.stream().filter(key -> key.goodAt(now));
    }

    Optional<ApiKey> key(ApiKeyId wanted) {
        return keys.stream().filter(one -> one.id().equals(wanted)).findAny();
    }

    /** The key of that hash, where it is good. */
    Optional<ApiKey> goodKey(String hash, Instant now) {
        return lasts() && !suspended() && now.isBefore(expires)
                ? goodKeys(now).filter(one -> one.hash().equals(hash)).findAny()
                : Optional.empty();
    }

    /** As others know it: by its name, without an address. */
    UserState state() {
        return new UserState(
                id, name, null, null, true, !lasts(), null, null, UserStatus.NONE, null, null, false, version);
    }

    /** The last that others hear of it. */
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
                said + 1);
    }
}
