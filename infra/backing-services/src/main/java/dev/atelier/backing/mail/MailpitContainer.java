package dev.atelier.backing.mail;

import dev.atelier.backing.BackingServiceOptions;
import dev.atelier.backing.ContainerService;
import dev.atelier.backing.DockerContainer;
import dev.atelier.backing.LocalPorts;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Mailpit in a container, with a page that shows the mails. */
final class MailpitContainer implements MailCatcher, ContainerService {
    private static final String IMAGE = "axllent/mailpit:v1.27";

    private final int port;
    private final int pagePort;
    private final DockerContainer container;

    private MailpitContainer(int port, int pagePort) {
        this.port = port;
        this.pagePort = pagePort;
        this.container = new DockerContainer("Mail catcher", IMAGE, Map.of(port, 1025, pagePort, 8025), Map.of());
    }

    static MailpitContainer start(BackingServiceOptions backingServiceOptions) {
        var mail = new MailpitContainer(
                LocalPorts.claim("The mail catcher", backingServiceOptions.port()), LocalPorts.free());
        mail.container.start(
                () -> SmtpProbe.isReachable(mail.smtpHost(), mail.port),
                Duration.ofMinutes(1),
                backingServiceOptions.progress());
        return mail;
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
        return Optional.empty();
    }

    @Override
    public Optional<URI> page() {
        return Optional.of(URI.create("http://127.0.0.1:" + pagePort));
    }

    @Override
    public DockerContainer container() {
        return container;
    }
}
