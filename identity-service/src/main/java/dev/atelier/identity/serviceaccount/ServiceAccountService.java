package dev.atelier.identity.serviceaccount;

import dev.atelier.events.ServiceAccountEvent.ApiKeyCreated;
import dev.atelier.events.ServiceAccountEvent.ApiKeyRevoked;
import dev.atelier.events.ServiceAccountEvent.ServiceAccountChanged;
import dev.atelier.events.ServiceAccountEvent.ServiceAccountCreated;
import dev.atelier.events.id.ApiKeyId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.UuidV7;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.identity.serviceaccount.ServiceAccount.ServiceAccountDetails;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.responsibility.CredentialSuspended;
import dev.atelier.kit.responsibility.ResponsibilityService;
import dev.atelier.kit.scope.ApiScope;
import dev.atelier.kit.web.ExpectedVersion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Manages service accounts for the manager of a workspace. Each change also writes the manager's membership, so that
 * concurrent changes see each other, and none commits beside the end of that membership.
 */
@Component
class ServiceAccountService {
    private final ServiceAccountStore accounts;
    private final ServiceAccountSettings settings;
    private final ResponsibilityService responsibilityService;
    private final TransactionRunner transactionRunner;

    ServiceAccountService(
            ServiceAccountStore accounts,
            ServiceAccountSettings settings,
            ResponsibilityService responsibilityService,
            TransactionRunner transactionRunner) {
        this.accounts = accounts;
        this.settings = settings;
        this.responsibilityService = responsibilityService;
        this.transactionRunner = transactionRunner;
    }

    /** A key with its secret, which cannot be read again. */
    record CreatedApiKey(ApiKey key, ApiKeySecret secret) {}

    /**
     * Creates an account without a key.
     *
     * @throws TooManyServiceAccounts where the workspace has reached its limit
     */
    ServiceAccount create(WorkspaceId workspace, ServiceAccountDetails serviceAccountDetails, UserId by) {
        return asManager(workspace, by, () -> {
            requireValidExpiry(serviceAccountDetails.expires());
            if (accounts.count(workspace) >= settings.perWorkspace()) {
                throw new TooManyServiceAccounts(settings.perWorkspace());
            }
            var id = new UserId(UuidV7.next());
            return accounts.save(
                    ServiceAccount.create(id, workspace, whole(serviceAccountDetails), by, accounts.now()),
                    new ServiceAccountCreated(workspace, id, names(serviceAccountDetails.scopes()), by));
        });
    }

    /** Changes the fields that are not null. */
    ServiceAccount update(
            WorkspaceId workspace, UserId id, UpdateServiceAccountRequest patch, ExpectedVersion expected, UserId by) {
        return asManager(workspace, by, () -> {
            var account = accounts.require(workspace, id);
            expected.check(account.version());
            var after = whole(patch.on(account.particulars()));
            if (patch.expiresAt() != null) {
                requireValidExpiry(after.expires());
            }
            if (after.equals(account.particulars())) {
                return account;
            }
            return accounts.save(
                    account,
                    account.update(after),
                    new ServiceAccountChanged(
                            workspace, id, patch.fields(account.particulars()), names(after.scopes()), by));
        });
    }

    void revoke(WorkspaceId workspace, UserId id, UserId by) {
        asManager(workspace, by, () -> {
            accounts.revoke(accounts.require(workspace, id), by);
            return id;
        });
    }

    /**
     * Adds a key to the account.
     *
     * @param expires when the key expires; with the account where it is null
     * @param otherKeysExpireAt when the existing keys expire; null where they stay as they are
     * @throws TooManyApiKeys where the account has reached its limit of valid keys
     */
    CreatedApiKey createKey(
            WorkspaceId workspace,
            UserId id,
            @Nullable Instant expires,
            @Nullable Instant otherKeysExpireAt,
            UserId by) {
        return asManager(workspace, by, () -> {
            var account = accounts.require(workspace, id);
            var now = accounts.now();
            requireNotSuspended(account);
            if (account.validKeys(now).count() >= settings.keys()) {
                throw new TooManyApiKeys(settings.keys());
            }
            var secret = ApiKeySecret.generate();
            var key = ApiKey.of(secret, by, now, endOfKey(account, expires, now));
            accounts.save(
                    account,
                    account.add(
                            key,
                            now,
                            otherKeysExpireAt == null ? null : otherKeysExpireAt.truncatedTo(ChronoUnit.MILLIS)),
                    new ApiKeyCreated(workspace, id, key.id(), key.expires(), by));
            return new CreatedApiKey(key, secret);
        });
    }

    /**
     * Makes the manager responsible for the account and its keys, which are valid from then on.
     *
     * @param revokeKeys whether its keys are revoked
     */
    ServiceAccount takeOver(WorkspaceId workspace, UserId id, boolean revokeKeys, ExpectedVersion expected, UserId by) {
        return asManager(workspace, by, () -> {
            var account = accounts.require(workspace, id);
            expected.check(account.version());
            return accounts.assign(account, by, revokeKeys);
        });
    }

    void revokeKey(WorkspaceId workspace, UserId id, ApiKeyId key, UserId by) {
        asManager(workspace, by, () -> {
            var account = accounts.require(workspace, id);
            var removed = account.key(key).orElseThrow(NotFound::new);
            return accounts.save(
                    account, account.remove(removed.id()), new ApiKeyRevoked(workspace, id, removed.id(), by));
        });
    }

    private <T> T asManager(WorkspaceId workspace, UserId by, Supplier<T> work) {
        return transactionRunner.call(() -> {
            responsibilityService.requireActiveManager(workspace, by);
            return Objects.requireNonNull(work.get());
        });
    }

    private static void requireNotSuspended(ServiceAccount account) {
        var suspension = account.suspension();
        if (suspension != null) {
            throw new CredentialSuspended(suspension);
        }
    }

    private void requireValidExpiry(Instant expires) {
        var now = accounts.now();
        if (!expires.isAfter(now) || expires.isAfter(now.plus(settings.longest()))) {
            throw InvalidInput.of(
                    "expiresAt", "must lie ahead, by " + settings.longest().toDays() + " days at most");
        }
    }

    private static Instant endOfKey(ServiceAccount account, @Nullable Instant expires, Instant now) {
        if (expires == null) {
            return account.expires();
        }
        if (!expires.isAfter(now) || expires.isAfter(account.expires())) {
            throw InvalidInput.of("expiresAt", "must lie ahead, and not after the end of the account");
        }
        return expires.truncatedTo(ChronoUnit.MILLIS);
    }

    private static ServiceAccountDetails whole(ServiceAccountDetails given) {
        return new ServiceAccountDetails(
                given.name().strip(), given.scopes(), given.expires().truncatedTo(ChronoUnit.MILLIS));
    }

    private static Set<String> names(Set<ApiScope> scopes) {
        return scopes.stream().map(ApiScope::text).collect(Collectors.toCollection(TreeSet::new));
    }
}
