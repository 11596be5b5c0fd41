package dev.atelier.cli.signin;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.signin.BrowserSignIn;
import dev.atelier.backing.signin.OAuthTokens;
import dev.atelier.backing.signin.SignInFailed;
import dev.atelier.client.ApiClient;
import dev.atelier.client.ApiTransport;
import dev.atelier.client.RenewingToken;
import dev.atelier.stack.InstallationSecrets;
import dev.atelier.stack.RunningStackState;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Signs in an operator for a command that calls operator routes of the running stack. */
public final class OperatorSession {
    private final CliSessionStore sessions;
    private final String email;
    private final InstallationSecrets secrets;

    private OperatorSession(CliSessionStore sessions, String email, InstallationSecrets secrets) {
        this.sessions = sessions;
        this.email = email;
        this.secrets = secrets;
    }

    /**
     * Returns a client of the gateway that renews the operator's tokens. Throws {@link BackingServiceFailed} if the sign-in
     * fails.
     *
     * @param email null for the first operator, whose generated password is tried first
     */
    public static ApiClient start(RunningStackState runningStackState, @Nullable String email) {
        var secrets = InstallationSecrets.kept(runningStackState.directory())
                .orElseThrow(
                        () -> new BackingServiceFailed("there are no secrets in " + runningStackState.directory()));
        var session = new OperatorSession(
                new CliSessionStore(runningStackState.directory(), BrowserSignIn.forCommandLine(TokenCommand.issuer())),
                email == null ? secrets.operatorEmail() : email,
                secrets);
        var gateway = URI.create(runningStackState.lastState().getOrDefault("gateway.address", ""));
        Supplier<OAuthTokens> tokens = session::tokens;
        return new ApiClient("operator", new ApiTransport(gateway), new RenewingToken(tokens.get(), tokens));
    }

    private OAuthTokens tokens() {
        try {
            return email.equals(secrets.operatorEmail()) ? tokensByGeneratedPassword() : tokensByPrompt();
        } catch (SignInFailed e) {
            throw new BackingServiceFailed("%s could not be signed in: %s".formatted(email, e.getMessage()), e);
        }
    }

    private OAuthTokens tokensByGeneratedPassword() {
        try {
            return sessions.token(email, false, secrets::operatorPassword);
        } catch (SignInFailed e) {
            // The operator has changed the password.
            return tokensByPrompt();
        }
    }

    private OAuthTokens tokensByPrompt() {
        return sessions.token(email, false, () -> PasswordPrompt.ask(email));
    }
}
