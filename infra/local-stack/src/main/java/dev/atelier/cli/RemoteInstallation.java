package dev.atelier.cli;

import java.net.URI;
import picocli.CommandLine.Option;

/** Options for an installation that this command did not start: in containers, or on other machines. */
final class RemoteInstallation {
    @Option(
            names = "--gateway",
            paramLabel = "URL",
            required = true,
            description = "Gateway of an installation that runs elsewhere, which the demo uses.")
    URI gateway = URI.create("http://127.0.0.1:8080");

    @Option(names = "--issuer", paramLabel = "URL", required = true, description = "Issuer URI of its Keycloak realm.")
    String issuer = "";

    @Option(
            names = "--mailpit",
            paramLabel = "URL",
            required = true,
            description = "The Mailpit that receives all its mails.")
    URI mailpit = URI.create("http://127.0.0.1:8025");

    @Option(
            names = "--consumer",
            paramLabel = "ADDRESS",
            description = "The address of this machine that receives its webhooks (default 127.0.0.1).")
    String consumer = "127.0.0.1";
}
