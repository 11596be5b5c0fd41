package dev.atelier.bench.identity;

import dev.atelier.backing.mail.CaughtMailFolder;
import dev.atelier.backing.signin.BrowserSignIn;
import dev.atelier.backing.signin.NewUser;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Where people register and sign in: Keycloak's own pages, each time with a browser of its own. */
final class SignInDriver {
    private static final String PASSWORD = UUID.randomUUID() + "aA1!";

    private final BrowserSignIn signIn;
    private final CaughtMailFolder mails;
    private final AtomicInteger people = new AtomicInteger();

    SignInDriver(String issuerUri, CaughtMailFolder mails) {
        this.signIn = BrowserSignIn.atTheCommandLine(issuerUri);
        this.mails = mails;
    }

    /** The address of nobody yet. */
    String address() {
        return "newcomer%d@bakery.example".formatted(people.incrementAndGet());
    }

    /** Registers, verifies and signs in; when the form was answered, in nanoseconds of this JVM. */
    long register(String email) {
        var asked = new AtomicInteger();
        var answered = new CompletableFuture<Long>();
        // Its mail is looked for once before the form is sent, and again as soon as that is answered.
        signIn.register(new NewUser("Nina", "Newcomer", email, PASSWORD), address -> {
            if (asked.incrementAndGet() == 2) {
                answered.complete(System.nanoTime());
            }
            return mails.to(address);
        });
        return answered.join();
    }

    /** From the login page to the tokens. */
    void signIn(String email) {
        if (signIn.signIn(email, PASSWORD).accessToken().isEmpty()) {
            throw new IllegalStateException(email + " got no token");
        }
    }
}
