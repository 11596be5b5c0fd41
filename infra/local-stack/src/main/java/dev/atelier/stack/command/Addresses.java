package dev.atelier.stack.command;

import dev.atelier.stack.Installation;
import dev.atelier.stack.PrivateFile;
import dev.atelier.stack.Running;

/** Where to go once the stack runs. */
final class Addresses {
    private Addresses() {}

    static void print(Installation installation) {
        var said = new Running(installation.directory()).said();
        if (!said.containsKey("ready")) {
            IO.println("It is just starting; see infra/atelier status.");
            return;
        }
        var secrets = new PrivateFile(installation.directory().resolve("secrets.properties")).read();
        IO.println("""

                Atelier is ready.
                  API          %s/api
                  accounts     %s/account   (register and sign in)
                  operator     %s   password %s
                  mails        infra/atelier mail   (nothing leaves this machine)
                  logs         infra/atelier logs SERVICE   (status lists them)
                """.formatted(
                        said.getOrDefault("gateway.address", "?"),
                        said.getOrDefault("issuer", "?"),
                        secrets.getOrDefault("operator.email", "?"),
                        secrets.getOrDefault("operator.password", "?")));
    }
}
