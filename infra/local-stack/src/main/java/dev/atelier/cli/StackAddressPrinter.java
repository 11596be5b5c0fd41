package dev.atelier.cli;

import dev.atelier.stack.Installation;
import dev.atelier.stack.PrivatePropertiesFile;
import dev.atelier.stack.RunningStackState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Prints the addresses of a running stack. */
final class StackAddressPrinter {
    private StackAddressPrinter() {}

    /** Whether the installation has never been started: its secrets are created at the first start. */
    static boolean firstStart(Installation installation) {
        return !Files.exists(secrets(installation));
    }

    /** Prints the addresses and the file that contains the operator's password. */
    static void print(Installation installation) {
        print(installation, "password in " + installation.root().relativize(secrets(installation)));
    }

    /** Prints the addresses and the operator's password; used after the first start only. */
    static void printWithPassword(Installation installation) {
        print(installation, "password " + read(installation).getOrDefault("operator.password", "?"));
    }

    private static void print(Installation installation, String password) {
        var said = new RunningStackState(installation.directory()).lastState();
        if (!said.containsKey("ready")) {
            IO.println("It is just starting; see infra/atelier status.");
            return;
        }
        IO.println("""

                Atelier is ready.
                  API          %1$s/api   (documents: %1$s/docs)
                  accounts     %2$s/account   (register and sign in)
                  operator     %3$s   %4$s
                  mails        infra/atelier mail   (nothing leaves this machine)
                  logs         infra/atelier logs SERVICE   (status lists them)
                """.formatted(
                        said.getOrDefault("gateway.address", "?"),
                        said.getOrDefault("issuer", "?"),
                        read(installation).getOrDefault("operator.email", "?"),
                        password));
    }

    private static Map<String, String> read(Installation installation) {
        return new PrivatePropertiesFile(secrets(installation)).read();
    }

    private static Path secrets(Installation installation) {
        return installation.directory().resolve("secrets.properties");
    }
}
