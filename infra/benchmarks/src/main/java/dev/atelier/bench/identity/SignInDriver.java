package dev.atelier.bench.identity;

import dev.atelier.backing.mail.CaughtMailFolder;
import dev.atelier.backing.signin.BrowserSignIn;
import dev.atelier.backing.signin.NewUser;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Registers and signs in users through Keycloak's pages, each time with a new browser. */
final class SignInDriver {
    private static final String PASSWORD = UUID.randomUUID() + "aA1!";

    private final BrowserSignIn signIn;
    private final CaughtMailFolder mails;
    private final AtomicInteger people = new AtomicInteger();

    SignInDriver(String issuerUri, CaughtMailFolder mails) {
        this.signIn = BrowserSignIn.forCommandLine(issuerUri);
        this.mails = mails;
    }

    /** Returns an unused e-mail address. */
    String address() {
        return "newcomer%d@bakery.example".formatted(people.incrementAndGet());
    }

    /** Registers, verifies and signs in; returns when the form was acknowledged, in nanoseconds of this JVM. */
    long register(String email) {
        var asked = new AtomicInteger();
        var answered = new CompletableFuture<Long>();
        // The mailbox is read once before the form is sent, and again as soon as the response arrives.
        signIn.register(new NewUser("Nina", "Newcomer", email, PASSWORD), address -> {
            if (asked.incrementAndGet() == 2) {
                answered.complete(System.nanoTime());
            }
            return mails.textsTo(address);
        });
        return answered.join();
    }

    /** Signs in, from the login page to the tokens. */
    void signIn(String email) {
        if (signIn.signIn(email, PASSWORD).accessToken().isEmpty()) {
            throw new IllegalStateException(email + " got no token");
        }
    }
}
