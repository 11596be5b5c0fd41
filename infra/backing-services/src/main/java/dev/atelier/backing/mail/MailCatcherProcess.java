package dev.atelier.backing.mail;

import dev.atelier.backing.BackingServiceOptions;
import dev.atelier.backing.LocalPorts;
import dev.atelier.backing.process.ChildProcess;
import dev.atelier.backing.process.LaunchSpec;
import dev.atelier.backing.process.ProcessService;
import dev.atelier.backing.process.ProgramLocator;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@link MailCatcherMain} as a child of this JVM. */
final class MailCatcherProcess extends ProcessService implements MailCatcher {
    private static final Duration START_LIMIT = Duration.ofMinutes(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final BackingServiceOptions backingServiceOptions;
    private final CaughtMailFolder folder;
    private final int port;

    private MailCatcherProcess(BackingServiceOptions backingServiceOptions) {
        super(STOP_LIMIT);
        this.backingServiceOptions = backingServiceOptions;
        this.folder = new CaughtMailFolder(
                backingServiceOptions.directory().toAbsolutePath().resolve("mails"));
        this.port = LocalPorts.claim("The mail catcher", backingServiceOptions.port());
        startFirst();
    }

    static MailCatcherProcess start(BackingServiceOptions backingServiceOptions) {
        return new MailCatcherProcess(backingServiceOptions);
    }

    @Override
    protected ChildProcess launch() {
        var command = List.of(
                ProgramLocator.java().toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=dev/atelier/backing/logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                MailCatcherMain.class.getName(),
                String.valueOf(port),
                folder.directory().toString());
        var child = ChildProcess.start(new LaunchSpec(
                name(), command, backingServiceOptions.directory().resolve("mail.log")));
        child.awaitReady(() -> SmtpProbe.isReachable(smtpHost(), port), START_LIMIT, backingServiceOptions.progress());
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
    public Optional<CaughtMailFolder> folder() {
        return Optional.of(folder);
    }

    @Override
    public Optional<URI> page() {
        return Optional.empty();
    }
}
