package dev.atelier.identity.account;

import dev.atelier.events.IdentityEvent;
import dev.atelier.events.IdentityEvent.UserDeactivated;
import dev.atelier.events.IdentityEvent.UserReactivated;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.email.EmailAddress;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.PageCursorCodec;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Reads accounts, and writes them together with their events. */
@Component
public class AccountStore {
    private final AccountRepository accountRepository;
    private final Outbox outbox;
    private final ObjectProvider<AccountStatusListener> listeners;

    AccountStore(AccountRepository accountRepository, Outbox outbox, ObjectProvider<AccountStatusListener> listeners) {
        this.accountRepository = accountRepository;
        this.outbox = outbox;
        this.listeners = listeners;
    }

    public Optional<Account> find(UserId id) {
        return accountRepository.findById(id).map(AccountDocument::account);
    }

    /** As {@link #find}, but throws {@link NotFound} where there is no such account. */
    public Account require(UserId id) {
        return find(id).orElseThrow(NotFound::new);
    }

    public Map<UserId, Account> findAll(Collection<UserId> ids) {
        return accountRepository.findByIdIn(ids).stream()
                .map(AccountDocument::account)
                .collect(Collectors.toMap(Account::id, Function.identity()));
    }

    /** Finds accounts by exact address, ignoring case: usually one, two for a short time while addresses change. */
    public CursorPage<Account> findByEmail(String email, CursorPageRequest request) {
        var address = EmailAddress.read("email", email).normalized();
        var limit = Limit.of(request.limitPlusOne());
        var cursor = request.cursor();
        var found = cursor == null
                ? accountRepository.findByParticularsEmailOrderById(address, limit)
                : accountRepository.findByParticularsEmailAndIdGreaterThanOrderById(
                        address, cursor.id(0, UserId.class), limit);
        return CursorPage.of(found, request, account -> PageCursorCodec.of(account.id()))
                .map(AccountDocument::account);
    }

    /** Returns at most 50 accounts with a due directory task, the longest waiting first. */
    public List<Account> findDueSyncTasks(Instant now) {
        return accountRepository.findBySyncTaskDueLessThanEqualOrderBySyncTaskDue(now, Limit.of(50)).stream()
                .map(AccountDocument::account)
                .toList();
    }

    /** Saves a change and publishes its events; requires a running transaction. */
    public Account save(AccountChange change) {
        TransactionRunner.requireTransaction("a change of an account");
        if (change.isNone()) {
            return change.account();
        }
        var kept = accountRepository.save(AccountDocument.of(change.account())).account();
        long sequence = kept.eventCount() - change.events().size();
        for (var event : change.events()) {
            outbox.append(event, ++sequence);
        }
        outbox.append(kept.state());
        change.events().forEach(event -> notifyListeners(event, kept));
        return kept;
    }

    private void notifyListeners(IdentityEvent event, Account kept) {
        switch (event) {
            case UserDeactivated _ -> listeners.forEach(listener -> listener.onDeactivated(kept));
            case UserReactivated _ -> listeners.forEach(listener -> listener.onReactivated(kept));
            default -> {}
        }
    }

    /**
     * Saves the account unchanged, so that its deactivation and the caller's write cannot both commit. Empty where
     * there is no such account. Requires a running transaction.
     */
    public Optional<Account> lockAccount(UserId id) {
        TransactionRunner.requireTransaction("relying on an account");
        return accountRepository.findById(id).map(accountRepository::save).map(AccountDocument::account);
    }

    /**
     * Publishes an event that does not change the account's state, such as a consent, in the order of the person's
     * other events; requires a running transaction.
     */
    public void publish(IdentityEvent event) {
        TransactionRunner.requireTransaction("a fact about a person");
        var kept = accountRepository.save(
                AccountDocument.of(require(event.userId()).countEvent()));
        outbox.append(event, kept.eventCount());
    }

    /** Saves what is not published, such as the progress of a directory task; requires a running transaction. */
    public void saveSilently(Account account) {
        TransactionRunner.requireTransaction("a note on an account");
        accountRepository.save(AccountDocument.of(account));
    }
}
