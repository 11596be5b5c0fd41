package dev.atelier.cli.signin;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.signin.BrowserSignIn;
import dev.atelier.backing.signin.NewUser;
import dev.atelier.backing.signin.SignInFailed;
import dev.atelier.cli.MailCommand;
import dev.atelier.stack.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Registers a user and follows the link of the verification mail. */
@Command(
        name = "register",
        header = "Registers a user and follows the link of the verification mail.",
        description = {
            "Registers a user through Keycloak's pages and follows the link of the verification mail.",
            "Asks for the password (12 characters at least), or reads ATELIER_PASSWORD."
        })
public final class RegisterCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "EMAIL")
    private String email = "";

    @Parameters(index = "1", paramLabel = "FIRST")
    private String firstName = "";

    @Parameters(index = "2", paramLabel = "LAST")
    private String lastName = "";

    @Override
    public Integer call() {
        var mails = MailCommand.caughtMails(Installation.locate());
        try {
            var signIn = BrowserSignIn.forCommandLine(TokenCommand.issuer());
            var tokens = signIn.register(new NewUser(firstName, lastName, email, PasswordPrompt.ask(email)), mails);
            new CliSessionStore(Installation.locate().directory(), signIn).keep(email, tokens);
            IO.println("%s is registered; the address is verified.".formatted(email));
            return 0;
        } catch (SignInFailed e) {
            throw new BackingServiceFailed(String.valueOf(e.getMessage()));
        }
    }
}
