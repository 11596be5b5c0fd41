package dev.atelier.backing.mail;

import dev.atelier.backing.BackingService;
import dev.atelier.backing.BackingServiceOptions;
import java.net.URI;
import java.util.Optional;

/** An SMTP server without encryption or login. */
public interface MailCatcher extends BackingService {

    String smtpHost();

    int smtpPort();

    /** Returns the mails; empty if the server has a given address or runs in a container. */
    Optional<CaughtMailFolder> folder();

    /** Returns the address of a page that shows the mails; only a container has one. */
    Optional<URI> page();

    @Override
    default String name() {
        return "Mail catcher";
    }

    /**
     * Returns a mail catcher that responds: the one at the given address ({@code host:port}), else a process, or a
     * container if requested.
     */
    static MailCatcher start(BackingServiceOptions backingServiceOptions) {
        if (backingServiceOptions.address() != null) {
            return ExternalSmtpServer.at(backingServiceOptions.address());
        }
        return backingServiceOptions.inContainer()
                ? MailpitContainer.start(backingServiceOptions)
                : MailCatcherProcess.start(backingServiceOptions);
    }
}
