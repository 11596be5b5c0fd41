package dev.atelier.cli.signin;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.signin.OperatorRoleAssigner;
import dev.atelier.backing.signin.SignInFailed;
import dev.atelier.stack.Installation;
import dev.atelier.stack.InstallationSecrets;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives a registered user the operator role. */
@Command(
        name = "operator",
        header = "Gives a registered user the operator role.",
        description = {
            "Gives a registered user the operator role, from their next sign-in on.",
            "Recovering an account needs two operators."
        })
public final class OperatorCommand implements Callable<Integer> {
    @Parameters(paramLabel = "EMAIL", description = "Who.")
    private String email = "";

    @Override
    public Integer call() {
        var issuer = TokenCommand.issuer();
        var secrets = InstallationSecrets.of(Installation.locate().directory(), 0);
        try {
            new OperatorRoleAssigner(URI.create(issuer), secrets.clientSecrets().getOrDefault("identity-service", ""))
                    .assign(email);
            IO.println("%s is an operator from their next sign-in on.".formatted(email));
            return 0;
        } catch (SignInFailed e) {
            throw new BackingServiceFailed(String.valueOf(e.getMessage()));
        }
    }
}
