package dev.atelier.client;

import dev.atelier.backing.mail.CaughtMailFolder;
import dev.atelier.backing.signin.BrowserSignIn;
import dev.atelier.backing.signin.NewUser;
import dev.atelier.backing.signin.OAuthTokens;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Creates API clients: registers and signs users in through Keycloak's pages and reads their mails. */
public final class ApiClientFactory {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final BrowserSignIn signIn;
    private final CaughtMailFolder mails;
    private final ApiTransport apiTransport;

    /**
     * Creates clients of one installation.
     *
     * @param issuerUri Keycloak's realm
     */
    public ApiClientFactory(String issuerUri, CaughtMailFolder mails, URI gateway) {
        this.signIn = BrowserSignIn.forCommandLine(issuerUri);
        this.mails = mails;
        this.apiTransport = new ApiTransport(gateway);
    }

    /** Registers a user with a new password, follows the link of the verification mail and signs the user in. */
    public ApiClient register(String firstName, String lastName, String email) {
        var password = password();
        var somebody = new NewUser(firstName, lastName, email, password);
        var tokens = signIn.register(somebody, mails);
        return new ApiClient(firstName, apiTransport, fresh(email, password, tokens));
    }

    /** Signs in a user who has an account. */
    public ApiClient signIn(String name, String email, String password) {
        return new ApiClient(name, apiTransport, fresh(email, password, signIn.signIn(email, password)));
    }

    /** Returns a client without a token. */
    public ApiClient anonymous() {
        return new ApiClient("nobody", apiTransport, () -> null);
    }

    private Supplier<@Nullable String> fresh(String email, String password, OAuthTokens first) {
        return new RenewingToken(first, () -> signIn.signIn(email, password));
    }

    private static String password() {
        var bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "aA1!";
    }
}
