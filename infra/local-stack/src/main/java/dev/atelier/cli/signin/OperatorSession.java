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

/** Signs an operator in for a command that asks operators' routes of the running stack. */
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
     * The operator at the gateway, signed in anew as long as the command takes. Throws {@link BackingServiceFailed} where that fails.
     *
     * @param email null for the first operator, whose password is tried as it was made
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
            return email.equals(secrets.operatorEmail()) ? ofTheFirst() : asking();
        } catch (SignInFailed e) {
            throw new BackingServiceFailed("%s could not be signed in: %s".formatted(email, e.getMessage()), e);
        }
    }

    private OAuthTokens ofTheFirst() {
        try {
            return sessions.token(email, false, secrets::operatorPassword);
        } catch (SignInFailed e) {
            // They have a password of their own by now.
            return asking();
        }
    }

    private OAuthTokens asking() {
        return sessions.token(email, false, () -> PasswordPrompt.ask(email));
    }
}
