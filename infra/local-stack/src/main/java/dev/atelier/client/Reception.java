package dev.atelier.client;

import dev.atelier.backing.mail.MailFolder;
import dev.atelier.backing.signin.SignIn;
import dev.atelier.backing.signin.Tokens;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where people come in: Keycloak's own pages, with the mails that the catcher holds. */
public final class Reception {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SignIn signIn;
    private final MailFolder mails;
    private final Door door;

    /**
     * At one installation.
     *
     * @param issuerUri Keycloak's realm
     */
    public Reception(String issuerUri, MailFolder mails, URI gateway) {
        this.signIn = SignIn.atTheCommandLine(issuerUri);
        this.mails = mails;
        this.door = new Door(gateway);
    }

    /** Registers somebody with a password of their own, follows the link of the verification mail and signs them in. */
    public Person register(String firstName, String lastName, String email) {
        var password = password();
        var somebody = new dev.atelier.backing.signin.Person(firstName, lastName, email, password);
        var tokens = signIn.register(somebody, mails);
        return new Person(firstName, door, fresh(email, password, tokens));
    }

    /** Signs somebody in who has an account. */
    public Person signIn(String name, String email, String password) {
        return new Person(name, door, fresh(email, password, signIn.signIn(email, password)));
    }

    /** Somebody without an account. */
    public Person nobody() {
        return new Person("nobody", door, () -> null);
    }

    private Supplier<@Nullable String> fresh(String email, String password, Tokens first) {
        return new FreshToken(first, () -> signIn.signIn(email, password));
    }

    private static String password() {
        var bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "aA1!";
    }
}
