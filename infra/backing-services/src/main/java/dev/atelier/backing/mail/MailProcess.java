package dev.atelier.backing.mail;

import dev.atelier.backing.Place;
import dev.atelier.backing.Ports;
import dev.atelier.backing.process.ChildProcess;
import dev.atelier.backing.process.Launch;
import dev.atelier.backing.process.ProcessService;
import dev.atelier.backing.process.Programs;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@link MailNode} as a child of this JVM. */
final class MailProcess extends ProcessService implements MailCatcher {
    private static final Duration START_LIMIT = Duration.ofMinutes(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final Place place;
    private final MailFolder folder;
    private final int port;

    private MailProcess(Place place) {
        super(STOP_LIMIT);
        this.place = place;
        this.folder = new MailFolder(place.directory().toAbsolutePath().resolve("mails"));
        this.port = Ports.claim("The mail catcher", place.port());
        begin();
    }

    static MailProcess start(Place place) {
        return new MailProcess(place);
    }

    @Override
    protected ChildProcess launch() {
        var command = List.of(
                Programs.java().toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=dev/atelier/backing/logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                MailNode.class.getName(),
                String.valueOf(port),
                folder.directory().toString());
        var child =
                ChildProcess.start(new Launch(name(), command, place.directory().resolve("mail.log")));
        child.awaitReady(() -> Smtp.greets(smtpHost(), port), START_LIMIT, place.progress());
        return child;
    }

    @Override
    public String smtpHost() {
        return "127.0.0.1";
    }

    @Override
    public int smtpPort() {
        return port;
    }

    @Override
    public Optional<MailFolder> folder() {
        return Optional.of(folder);
    }

    @Override
    public Optional<URI> page() {
        return Optional.empty();
    }
}
