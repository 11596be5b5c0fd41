package dev.atelier.stack.command.signin;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.signin.Person;
import dev.atelier.backing.signin.SignIn;
import dev.atelier.backing.signin.SignInFailed;
import dev.atelier.stack.Installation;
import dev.atelier.stack.command.Mails;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Registers somebody and follows the link of their verification mail. */
@Command(
        name = "register",
        header = "Registers somebody and follows the link of the verification mail.",
        description = {
            "Registers somebody through Keycloak's pages and follows the link of the verification mail.",
            "Asks for the password (12 characters at least), or reads ATELIER_PASSWORD."
        })
public final class Register implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "EMAIL")
    private String email = "";

    @Parameters(index = "1", paramLabel = "FIRST")
    private String firstName = "";

    @Parameters(index = "2", paramLabel = "LAST")
    private String lastName = "";

    @Override
    public Integer call() {
        var mails = Mails.caught(Installation.here());
        try {
            var signIn = SignIn.atTheCommandLine(Token.issuer());
            var tokens = signIn.register(new Person(firstName, lastName, email, Passwords.ask(email)), mails);
            new KeptSessions(Installation.here().directory(), signIn).keep(email, tokens);
            IO.println("%s is registered; the address is verified.".formatted(email));
            return 0;
        } catch (SignInFailed e) {
            throw new BackingServiceFailed(String.valueOf(e.getMessage()));
        }
    }
}
