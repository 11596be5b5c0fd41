package dev.atelier.identity.serviceaccount;

import dev.atelier.events.ServiceAccountEvent.ApiKeyCreated;
import dev.atelier.events.ServiceAccountEvent.ApiKeyRevoked;
import dev.atelier.events.ServiceAccountEvent.ServiceAccountChanged;
import dev.atelier.events.ServiceAccountEvent.ServiceAccountCreated;
import dev.atelier.events.id.ApiKeyId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.Uuids;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.identity.serviceaccount.ServiceAccount.Particulars;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.responsibility.Responsibilities;
import dev.atelier.kit.responsibility.Suspended;
import dev.atelier.kit.scope.Scope;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.InvalidInput;
import dev.atelier.kit.web.NotFound;
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
 * What the manager of a workspace does with its service accounts. Each change writes the manager's membership too, so that
 * of two changes at once one sees the other, and none passes beside the end of that membership.
 */
@Component
class Managing {
    private final ServiceAccounts accounts;
    private final ServiceAccountSettings settings;
    private final Responsibilities responsibilities;
    private final Transactions transactions;

    Managing(
            ServiceAccounts accounts,
            ServiceAccountSettings settings,
            Responsibilities responsibilities,
            Transactions transactions) {
        this.accounts = accounts;
        this.settings = settings;
        this.responsibilities = responsibilities;
        this.transactions = transactions;
    }

    /** A key together with its secret, which nobody can have again. */
    record Made(ApiKey key, KeySecret secret) {}

    /**
     * Makes an account without a key.
     *
     * @throws TooManyServiceAccounts where the workspace has as many as it may have
     */
    ServiceAccount create(WorkspaceId workspace, Particulars particulars, UserId by) {
        return asManager(workspace, by, () -> {
            demandEnd(particulars.expires());
            if (accounts.count(workspace) >= settings.perWorkspace()) {
                throw new TooManyServiceAccounts(settings.perWorkspace());
            }
            var id = new UserId(Uuids.next());
            return accounts.keep(
                    ServiceAccount.create(id, workspace, whole(particulars), by, accounts.now()),
                    new ServiceAccountCreated(workspace, id, names(particulars.scopes()), by));
        });
    }

    /** Changes what is not null. */
    ServiceAccount change(
            WorkspaceId workspace, UserId id, ServiceAccountPatch patch, ExpectedVersion expected, UserId by) {
        return asManager(workspace, by, () -> {
            var account = accounts.demand(workspace, id);
            expected.check(account.version());
            var after = whole(patch.on(account.particulars()));
            if (patch.expires() != null) {
                demandEnd(after.expires());
            }
            if (after.equals(account.particulars())) {
                return account;
            }
            return accounts.keep(
                    account,
                    account.describe(after),
                    new ServiceAccountChanged(
                            workspace, id, patch.fields(account.particulars()), names(after.scopes()), by));
        });
    }

    void revoke(WorkspaceId workspace, UserId id, UserId by) {
        asManager(workspace, by, () -> {
            accounts.revoke(accounts.demand(workspace, id), by);
            return id;
        });
    }

    /**
     * Gives the account one more key.
     *
     * @param expires when it ends; with the account where it is null
     * @param othersEnd when the keys that there are end; they go on where it is null
     * @throws TooManyKeys where it has as many good ones as it may have
     */
    Made addKey(WorkspaceId workspace, UserId id, @Nullable Instant expires, @Nullable Instant othersEnd, UserId by) {
        return asManager(workspace, by, () -> {
            var account = accounts.demand(workspace, id);
            var now = accounts.now();
            demandNotSuspended(account);
            if (account.goodKeys(now).count() >= settings.keys()) {
                throw new TooManyKeys(settings.keys());
            }
            var secret = KeySecret.fresh();
            var key = ApiKey.of(secret, by, now, endOfKey(account, expires, now));
            accounts.keep(
                    account,
                    account.add(key, now, othersEnd == null ? null : othersEnd.truncatedTo(ChronoUnit.MILLIS)),
                    new ApiKeyCreated(workspace, id, key.id(), key.expires(), by));
            return new Made(key, secret);
        });
    }

    /**
     * Makes the manager responsible for the account and its keys, which are good from then on.
     *
     * @param revokeKeys whether it loses its keys
     */
    ServiceAccount takeOver(WorkspaceId workspace, UserId id, boolean revokeKeys, ExpectedVersion expected, UserId by) {
        return asManager(workspace, by, () -> {
            var account = accounts.demand(workspace, id);
            expected.check(account.version());
            return accounts.assign(account, by, revokeKeys);
        });
    }

    void removeKey(WorkspaceId workspace, UserId id, ApiKeyId key, UserId by) {
        asManager(workspace, by, () -> {
            var account = accounts.demand(workspace, id);
            var removed = account.key(key).orElseThrow(NotFound::new);
            return accounts.keep(
                    account, account.remove(removed.id()), new ApiKeyRevoked(workspace, id, removed.id(), by));
        });
    }

    private <T> T asManager(WorkspaceId workspace, UserId by, Supplier<T> work) {
        return transactions.call(() -> {
            responsibilities.relyOnManager(workspace, by);
            return Objects.requireNonNull(work.get());
        });
    }

    private static void demandNotSuspended(ServiceAccount account) {
        var suspension = account.suspension();
        if (suspension != null) {
            throw new Suspended(suspension);
        }
    }

    private void demandEnd(Instant expires) {
        var now = accounts.now();
        if (!expires.isAfter(now) || expires.isAfter(now.plus(settings.longest()))) {
            throw InvalidInput.of(
                    "expires", "must lie ahead, by " + settings.longest().toDays() + " days at most");
        }
    }

    private static Instant endOfKey(ServiceAccount account, @Nullable Instant expires, Instant now) {
        if (expires == null) {
            return account.expires();
        }
        if (!expires.isAfter(now) || expires.isAfter(account.expires())) {
            throw InvalidInput.of("expires", "must lie ahead, and not after the end of the account");
        }
        return expires.truncatedTo(ChronoUnit.MILLIS);
    }

    private static Particulars whole(Particulars given) {
        return new Particulars(
                given.name().strip(), given.scopes(), given.expires().truncatedTo(ChronoUnit.MILLIS));
    }

    private static Set<String> names(Set<Scope> scopes) {
        return scopes.stream().map(Scope::text).collect(Collectors.toCollection(TreeSet::new));
    }
}
