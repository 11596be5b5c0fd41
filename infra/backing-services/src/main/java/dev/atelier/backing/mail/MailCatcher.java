package dev.atelier.backing.mail;

import dev.atelier.backing.BackingService;
import dev.atelier.backing.BackingServiceOptions;
import java.net.URI;
import java.util.Optional;

/** An SMTP server without encryption or login. */
public interface MailCatcher extends BackingService {

    String smtpHost();

    int smtpPort();

    /** The mails; empty when the server was given or runs in a container. */
    Optional<CaughtMailFolder> folder();

    /** A page that shows the mails; only a container has one. */
    Optional<URI> page();

    @Override
    default String name() {
        return "Mail catcher";
    }

    /** Returns once it answers: what the address ({@code host:port}) names, else a process, or a container where the place asks for it. */
    static MailCatcher start(BackingServiceOptions backingServiceOptions) {
        if (backingServiceOptions.address() != null) {
            return ExternalSmtpServer.at(backingServiceOptions.address());
        }
        return backingServiceOptions.inContainer()
                ? MailpitContainer.start(backingServiceOptions)
                : MailCatcherProcess.start(backingServiceOptions);
    }
}
