package dev.atelier.stack.command.signin;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.signin.SignIn;
import dev.atelier.backing.signin.SignInFailed;
import dev.atelier.stack.Installation;
import dev.atelier.stack.Running;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Signs somebody in, for use with curl. */
@Command(
        name = "token",
        description = {
            "Signs somebody in through Keycloak's pages and prints an access token, good for five minutes.",
            "Asks for the password, or reads ATELIER_PASSWORD."
        })
public final class Token implements Callable<Integer> {
    @Parameters(paramLabel = "EMAIL", description = "Whose.")
    private String email = "";

    @Override
    public Integer call() {
        try {
            IO.println(SignIn.atTheCommandLine(issuer())
                    .signIn(email, Passwords.ask(email))
                    .accessToken());
            return 0;
        } catch (SignInFailed e) {
            throw new BackingServiceFailed(String.valueOf(e.getMessage()));
        }
    }

    /** The realm of the running installation. */
    static String issuer() {
        var issuer = new Running(Installation.here().directory()).said().get("issuer");
        if (issuer == null) {
            throw new BackingServiceFailed("Atelier does not run here. Start it: infra/atelier up");
        }
        return issuer;
    }
}
