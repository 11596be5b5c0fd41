package dev.atelier.identity.session;

import dev.atelier.events.IdentityEvent.SessionRevoked;
import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.Register;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.web.NotFound;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** People looking at their own sessions and ending them. */
@Component
class Sessions {
    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    private final SignIns signIns;
    private final Endings endings;
    private final EndingRunning running;
    private final Register register;
    private final Transactions transactions;
    private final Clock clock;

    Sessions(
            SignIns signIns,
            Endings endings,
            EndingRunning running,
            Register register,
            Transactions transactions,
            Clock clock) {
        this.signIns = signIns;
        this.endings = endings;
        this.running = running;
        this.register = register;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Without those that were ended a moment ago and that the directory still has. */
    List<Session> of(UserId person, @Nullable String current) {
        return signedIn(person).stream()
                .map(signIn -> Session.of(signIn, current))
                .sorted(Session.ORDER)
                .toList();
    }

    /**
     * Ends one session; ending it again changes nothing. The current one ends also while the directory is away: the
     * token says whose it is.
     *
     * @throws NotFound where the person has no such session, and had none in the last day
     */
    void end(UserId person, String session, @Nullable String current) {
        if (session.equals(current) || has(person, session)) {
            begin(person, Set.of(session));
        } else if (endings.findByUserId(person).stream()
                .noneMatch(ended -> ended.id().equals(session) && !ended.all())) {
            throw new NotFound();
        }
    }

    /** Ends all sessions but the current one. */
    void endOthers(UserId person, @Nullable String current) {
        begin(
                person,
                signedIn(person).stream()
                        .map(SignIn::id)
                        .filter(id -> !id.equals(current))
                        .collect(Collectors.toSet()));
    }

    /** Ends all sessions, also while the directory is away; those that begin before it is back end too. */
    void endAll(UserId person) {
        log.info("Account {} ends all its sessions.", person);
        running.tell(transactions.call(() -> {
            say(new SessionRevoked(person, true));
            return keep(person.toString(), Ending.ofAll(person, clock.instant()));
        }));
    }

    /** All tokens are void together or none is; the directory is told after it. */
    private void begin(UserId person, Collection<String> sessions) {
        log.info("Account {} ends {} of its sessions.", person, sessions.size());
        transactions
                .call(() -> sessions.stream()
                        .map(session -> {
                            say(new SessionRevoked(person, false));
                            return keep(session, Ending.ofOne(person, session, clock.instant()));
                        })
                        .toList())
                .forEach(running::tell);
    }

    /** Nothing of somebody who has not yet become known here. */
    private void say(SessionRevoked fact) {
        if (register.find(fact.userId()).isPresent()) {
            register.say(fact);
        }
    }

    private Ending keep(String id, Ending first) {
        var ending = endings.findById(id)
                .map(earlier -> earlier.again(first.issuedBefore()))
                .orElse(first);
        return running.voided(endings.save(ending));
    }

    private boolean has(UserId person, String session) {
        return signedIn(person).stream().anyMatch(signIn -> signIn.id().equals(session));
    }

    private List<SignIn> signedIn(UserId person) {
        var ended = endings.findByUserId(person);
        return signIns.of(person).stream()
                .filter(signIn -> ended.stream().noneMatch(ending -> ending.covers(signIn)))
                .toList();
    }
}
