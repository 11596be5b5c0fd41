package dev.atelier.cli;

import java.net.URI;
import picocli.CommandLine.Option;

/** An installation that this command has not started: in containers, or on other machines. */
final class RemoteInstallation {
    @Option(
            names = "--gateway",
            paramLabel = "URL",
            required = true,
            description = "Plays on an installation that runs elsewhere: its gateway.")
    URI gateway = URI.create("http://127.0.0.1:8080");

    @Option(names = "--issuer", paramLabel = "URL", required = true, description = "Its realm in Keycloak.")
    String issuer = "";

    @Option(
            names = "--mailpit",
            paramLabel = "URL",
            required = true,
            description = "The Mailpit that all its mails go to.")
    URI mailpit = URI.create("http://127.0.0.1:8025");

    @Option(
            names = "--consumer",
            paramLabel = "ADDRESS",
            description = "The address of this machine that its webhooks go to (default 127.0.0.1).")
    String consumer = "127.0.0.1";
}
