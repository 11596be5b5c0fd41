package dev.atelier.cli;

import dev.atelier.backing.mail.CaughtMailFolder;
import dev.atelier.backing.mail.MailpitDownload;
import dev.atelier.backing.process.LocalFileCache;
import dev.atelier.client.ApiClientFactory;
import dev.atelier.demo.DemoFailed;
import dev.atelier.demo.DemoNarrator;
import dev.atelier.demo.DemoStory;
import dev.atelier.stack.Installation;
import dev.atelier.stack.LocalStack;
import dev.atelier.stack.RunningStackState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the demo and prints its steps. */
@Command(
        name = "demo",
        header = "Starts the system unless it runs, runs the demo through the gateway and leaves the system running.",
        description = {
            "Starts the system unless it runs, and runs the demo through the gateway: people register, a workspace",
            "is created, an agent runs, a person approves, a report and webhooks are sent, a member is removed."
        })
public final class DemoCommand implements Callable<Integer> {
    @Mixin
    private final StartOptions start = new StartOptions();

    @Option(names = "--once", description = "Stops everything at the end.")
    private boolean once;

    @ArgGroup(exclusive = false)
    private @Nullable RemoteInstallation elsewhere;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var installation = Installation.locate();
        if (elsewhere != null) {
            return runDemo(installation, elsewhere);
        }
        if (new RunningStackState(installation.directory()).isRunning()) {
            IO.println("Atelier runs already; the demo uses it.");
            var played = runDemo(installation);
            if (once) {
                DownCommand.stop(installation);
            }
            return played;
        }
        if (once) {
            try (var _ = LocalStack.start(start.stack(installation, IO::println))) {
                return runDemo(installation);
            }
        }
        DetachedStackLauncher.up(installation, start.arguments());
        return runDemo(installation);
    }

    private static int runDemo(Installation installation) throws IOException {
        var said = new RunningStackState(installation.directory()).lastState();
        var mails = MailCommand.caughtMails(installation);
        var gateway = URI.create(Objects.requireNonNull(said.get("gateway.address"), "it is just starting"));
        var apiClientFactory = new ApiClientFactory(Objects.requireNonNull(said.get("issuer")), mails, gateway);
        var code = runDemo(installation, apiClientFactory, mails, gateway, "127.0.0.1");
        if (code == 0) {
            StackAddressPrinter.print(installation);
        }
        return code;
    }

    private static int runDemo(Installation installation, RemoteInstallation remoteInstallation) throws IOException {
        var folder = Files.createTempDirectory(Files.createDirectories(installation.directory()), "mailpit-");
        try (var download = MailpitDownload.start(remoteInstallation.mailpit, folder)) {
            var mails = download.folder();
            var apiClientFactory = new ApiClientFactory(remoteInstallation.issuer, mails, remoteInstallation.gateway);
            return runDemo(
                    installation, apiClientFactory, mails, remoteInstallation.gateway, remoteInstallation.consumer);
        } finally {
            LocalFileCache.delete(folder);
        }
    }

    private static int runDemo(
            Installation installation,
            ApiClientFactory apiClientFactory,
            CaughtMailFolder mails,
            URI gateway,
            String consumerHost)
            throws IOException {
        var made = installation.directory().resolve("demo");
        try {
            var outcome = new DemoStory(new DemoNarrator(System.out), apiClientFactory, mails, Clock.systemUTC(), made)
                    .withWebhookConsumerAt(consumerHost)
                    .run();
            IO.println("""

                    All of it happened. What was made:
                      report       %s
                      mails        %d, newest last: infra/atelier mail
                      workspace    %s/api/workspaces/%s""".formatted(
                            outcome.report(),
                            mails.files().size(),
                            gateway,
                            outcome.workshop().workspace()));
            return 0;
        } catch (DemoFailed e) {
            IO.println("\natelier: " + e.getMessage());
            IO.println("Logs of the services: infra/atelier logs SERVICE");
            return 1;
        }
    }
}
