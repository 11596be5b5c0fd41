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

/** Where accounts are read, and written together with what is said about them. */
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

    /** As {@link #find}, for someone who names the account and is told where there is none. */
    public Account get(UserId id) {
        return find(id).orElseThrow(NotFound::new);
    }

    public Map<UserId, Account> findAll(Collection<UserId> ids) {
        return accountRepository.findByIdIn(ids).stream()
                .map(AccountDocument::account)
                .collect(Collectors.toMap(Account::id, Function.identity()));
    }

    /** Accounts with exactly this address, letters in either case: one, for moments of a change two. */
    public CursorPage<Account> withEmail(String email, CursorPageRequest request) {
        var address = EmailAddress.read("email", email).normal();
        var limit = Limit.of(request.limitAndOne());
        var cursor = request.cursor();
        var found = cursor == null
                ? accountRepository.findByParticularsEmailOrderById(address, limit)
                : accountRepository.findByParticularsEmailAndIdGreaterThanOrderById(
                        address, cursor.id(0, UserId.class), limit);
        return CursorPage.of(found, request, account -> PageCursorCodec.of(account.id()))
                .map(AccountDocument::account);
    }

    /** Accounts of which the directory must be told something by now, the longest waiting first, 50 at most. */
    public List<Account> errandsDue(Instant now) {
        return accountRepository.findByErrandDueLessThanEqualOrderByErrandDue(now, Limit.of(50)).stream()
                .map(AccountDocument::account)
                .toList();
    }

    /** Writes a change and says it; demands a running transaction. */
    public Account keep(AccountChange change) {
        TransactionRunner.demand("a change of an account");
        if (change.isNone()) {
            return change.account();
        }
        var kept = accountRepository.save(AccountDocument.of(change.account())).account();
        long sequence = kept.said() - change.events().size();
        for (var event : change.events()) {
            outbox.append(event, ++sequence);
        }
        outbox.append(kept.state());
        change.events().forEach(event -> notify(event, kept));
        return kept;
    }

    private void notify(IdentityEvent event, Account kept) {
        switch (event) {
            case UserDeactivated _ -> listeners.forEach(listener -> listener.shut(kept));
            case UserReactivated _ -> listeners.forEach(listener -> listener.opened(kept));
            default -> {}
        }
    }

    /**
     * Writes an account as it is, so that its end and what builds on it cannot both commit; empty where there is none. Demands a running
     * transaction.
     */
    public Optional<Account> rely(UserId id) {
        TransactionRunner.demand("relying on an account");
        return accountRepository.findById(id).map(accountRepository::save).map(AccountDocument::account);
    }

    /**
     * Says a fact about a person that is no part of their state, such as a consent, in the order of all that is said
     * about them; demands a running transaction.
     */
    public void say(IdentityEvent event) {
        TransactionRunner.demand("a fact about a person");
        var kept = accountRepository.save(AccountDocument.of(get(event.userId()).saidOneMore()));
        outbox.append(event, kept.said());
    }

    /** Writes what concerns nobody outside, such as an errand's progress; demands a running transaction. */
    public void note(Account account) {
        TransactionRunner.demand("a note on an account");
        accountRepository.save(AccountDocument.of(account));
    }
}
