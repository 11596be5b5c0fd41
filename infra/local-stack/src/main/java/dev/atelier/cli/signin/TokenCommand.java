package dev.atelier.cli.signin;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.signin.BrowserSignIn;
import dev.atelier.backing.signin.SignInFailed;
import dev.atelier.stack.Installation;
import dev.atelier.stack.RunningStackState;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints an access token of a user, for use with curl. */
@Command(
        name = "token",
        header = "Prints an access token that is valid for five minutes.",
        description = {
            "Prints an access token that is valid for five minutes. The first time, and half an hour after the last, it signs the",
            "user in through Keycloak's pages and asks for the password, or reads ATELIER_PASSWORD; in between it uses that session."
        })
public final class TokenCommand implements Callable<Integer> {
    @Parameters(paramLabel = "EMAIL", description = "Whose.")
    private String email = "";

    @Option(
            names = "--again",
            description = "Signs in anew, for requests that need a recent sign-in. Ends the previous session.")
    private boolean again;

    @Option(names = "--issuer", paramLabel = "URL", description = "The realm of an installation that runs elsewhere.")
    private @Nullable String elsewhere;

    @Override
    public Integer call() {
        try {
            var issuer = elsewhere == null ? issuer() : elsewhere;
            var sessions = new CliSessionStore(Installation.locate().directory(), BrowserSignIn.forCommandLine(issuer));
            IO.println(sessions.token(email, again, () -> PasswordPrompt.ask(email))
                    .accessToken());
            return 0;
        } catch (SignInFailed e) {
            throw new BackingServiceFailed(String.valueOf(e.getMessage()));
        }
    }

    /** The realm of the running installation. */
    static String issuer() {
        var issuer = new RunningStackState(Installation.locate().directory())
                .lastState()
                .get("issuer");
        if (issuer == null) {
            throw new BackingServiceFailed("Atelier does not run here. Start it: infra/atelier up");
        }
        return issuer;
    }
}
