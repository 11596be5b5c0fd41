package dev.atelier.identity.session;

import dev.atelier.events.IdentityEvent.SessionRevoked;
import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.AccountStore;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.problem.NotFound;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lists and ends people's own sessions. */
@Component
class SessionService {
    private static final Logger log = LoggerFactory.getLogger(SessionService.class);

    private final SessionDirectory sessionDirectory;
    private final SessionTerminationRepository sessionTerminationRepository;
    private final SessionTerminationWorker running;
    private final AccountStore accountStore;
    private final TransactionRunner transactionRunner;
    private final Clock clock;

    SessionService(
            SessionDirectory sessionDirectory,
            SessionTerminationRepository sessionTerminationRepository,
            SessionTerminationWorker running,
            AccountStore accountStore,
            TransactionRunner transactionRunner,
            Clock clock) {
        this.sessionDirectory = sessionDirectory;
        this.sessionTerminationRepository = sessionTerminationRepository;
        this.running = running;
        this.accountStore = accountStore;
        this.transactionRunner = transactionRunner;
        this.clock = clock;
    }

    /** Returns the sessions, without ended ones that the directory still has. */
    List<SessionResponse> of(UserId person, @Nullable String current) {
        return signedIn(person).stream()
                .map(directorySession -> SessionResponse.of(directorySession, current))
                .sorted(SessionResponse.ORDER)
                .toList();
    }

    /**
     * Ends one session; idempotent. The current one can be ended while the directory is unavailable, as the token
     * proves whose it is.
     *
     * @throws NotFound where the person has no such session, and had none in the last day
     */
    void end(UserId person, String session, @Nullable String current) {
        if (session.equals(current) || has(person, session)) {
            begin(person, Set.of(session));
        } else if (sessionTerminationRepository.findByUserId(person).stream()
                .noneMatch(ended -> ended.id().equals(session) && !ended.all())) {
            throw new NotFound();
        }
    }

    /** Ends all sessions but the current one. */
    void endOthers(UserId person, @Nullable String current) {
        begin(
                person,
                signedIn(person).stream()
                        .map(DirectorySession::id)
                        .filter(id -> !id.equals(current))
                        .collect(Collectors.toSet()));
    }

    /** Ends all sessions, also while the directory is unavailable; sessions that begin before it is back end too. */
    void endAll(UserId person) {
        log.info("Account {} ends all its sessions.", person);
        running.notifyDirectory(transactionRunner.call(() -> {
            publish(new SessionRevoked(person, true));
            return save(person.toString(), SessionTermination.ofAll(person, clock.instant()));
        }));
    }

    /** Voids all tokens in one transaction, then updates the directory. */
    private void begin(UserId person, Collection<String> sessions) {
        log.info("Account {} ends {} of its sessions.", person, sessions.size());
        transactionRunner
                .call(() -> sessions.stream()
                        .map(session -> {
                            publish(new SessionRevoked(person, false));
                            return save(session, SessionTermination.ofOne(person, session, clock.instant()));
                        })
                        .toList())
                .forEach(running::notifyDirectory);
    }

    /** Publishes the event, unless the person has no account here yet. */
    private void publish(SessionRevoked fact) {
        if (accountStore.find(fact.userId()).isPresent()) {
            accountStore.publish(fact);
        }
    }

    private SessionTermination save(String id, SessionTermination first) {
        var sessionTermination = sessionTerminationRepository
                .findById(id)
                .map(earlier -> earlier.restart(first.issuedBefore()))
                .orElse(first);
        return running.voidTokens(sessionTerminationRepository.save(sessionTermination));
    }

    private boolean has(UserId person, String session) {
        return signedIn(person).stream()
                .anyMatch(directorySession -> directorySession.id().equals(session));
    }

    private List<DirectorySession> signedIn(UserId person) {
        var ended = sessionTerminationRepository.findByUserId(person);
        return sessionDirectory.of(person).stream()
                .filter(directorySession ->
                        ended.stream().noneMatch(sessionTermination -> sessionTermination.covers(directorySession)))
                .toList();
    }
}
