package dev.atelier.bench.identity;

import dev.atelier.backing.mail.MailFolder;
import dev.atelier.backing.signin.Person;
import dev.atelier.backing.signin.SignIn;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Where people register and sign in: Keycloak's own pages, each time with a browser of its own. */
final class Doorway {
    private static final String PASSWORD = UUID.randomUUID() + "aA1!";

    private final SignIn signIn;
    private final MailFolder mails;
    private final AtomicInteger people = new AtomicInteger();

    Doorway(String issuerUri, MailFolder mails) {
        this.signIn = SignIn.atTheCommandLine(issuerUri);
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
        signIn.register(new Person("Nina", "Newcomer", email, PASSWORD), address -> {
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
