package dev.atelier.stack.command;

import dev.atelier.backing.mail.MailFolder;
import dev.atelier.backing.mail.MailpitDownload;
import dev.atelier.backing.process.Cache;
import dev.atelier.client.Reception;
import dev.atelier.demo.Narrator;
import dev.atelier.demo.Story;
import dev.atelier.demo.StoryFailed;
import dev.atelier.stack.Installation;
import dev.atelier.stack.LocalStack;
import dev.atelier.stack.Running;
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

/** Plays the main job before somebody's eyes. */
@Command(
        name = "demo",
        header = "Starts what is not running, plays the main job through the gateway and leaves the system running.",
        description = {
            "Starts what is not running and plays the main job through the gateway: people register, a workspace",
            "comes to life, an agent runs, a person approves, a report and webhooks go out, a member is removed."
        })
public final class Demo implements Callable<Integer> {
    @Mixin
    private final StartOptions start = new StartOptions();

    @Option(names = "--once", description = "Stops everything at the end.")
    private boolean once;

    @ArgGroup(exclusive = false)
    private @Nullable Elsewhere elsewhere;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var installation = Installation.here();
        if (elsewhere != null) {
            return play(installation, elsewhere);
        }
        if (new Running(installation.directory()).now()) {
            IO.println("Atelier runs already; the story is played on it.");
            var played = play(installation);
            if (once) {
                Down.stop(installation);
            }
            return played;
        }
        if (once) {
            try (var _ = LocalStack.start(start.stack(installation, IO::println))) {
                return play(installation);
            }
        }
        Detached.up(installation, start.arguments());
        return play(installation);
    }

    private static int play(Installation installation) throws IOException {
        var said = new Running(installation.directory()).said();
        var mails = Mails.caught(installation);
        var gateway = URI.create(Objects.requireNonNull(said.get("gateway.address"), "it is just starting"));
        var reception = new Reception(Objects.requireNonNull(said.get("issuer")), mails, gateway);
        var code = play(installation, reception, mails, gateway, "127.0.0.1");
        if (code == 0) {
            Addresses.print(installation);
        }
        return code;
    }

    private static int play(Installation installation, Elsewhere elsewhere) throws IOException {
        var folder = Files.createTempDirectory(Files.createDirectories(installation.directory()), "mailpit-");
        try (var download = MailpitDownload.start(elsewhere.mailpit, folder)) {
            var mails = download.folder();
            var reception = new Reception(elsewhere.issuer, mails, elsewhere.gateway);
            return play(installation, reception, mails, elsewhere.gateway, elsewhere.consumer);
        } finally {
            Cache.delete(folder);
        }
    }

    private static int play(
            Installation installation, Reception reception, MailFolder mails, URI gateway, String consumerHost)
            throws IOException {
        var made = installation.directory().resolve("demo");
        try {
            var outcome = new Story(new Narrator(System.out), reception, mails, Clock.systemUTC(), made)
                    .withConsumerAt(consumerHost)
                    .play();
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
        } catch (StoryFailed e) {
            IO.println("\natelier: " + e.getMessage());
            IO.println("What the services said: infra/atelier logs SERVICE");
            return 1;
        }
    }
}
