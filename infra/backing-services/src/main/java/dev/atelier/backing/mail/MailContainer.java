package dev.atelier.backing.mail;

import dev.atelier.backing.Place;
import dev.atelier.backing.Ports;
import dev.atelier.backing.container.ContainedService;
import dev.atelier.backing.container.Container;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Mailpit, which shows the mails on a page. */
final class MailContainer implements MailCatcher, ContainedService {
    private static final String IMAGE = "axllent/mailpit:v1.27";

    private final int port;
    private final int pagePort;
    private final Container container;

    private MailContainer(int port, int pagePort) {
        this.port = port;
        this.pagePort = pagePort;
        this.container = new Container("Mail catcher", IMAGE, Map.of(port, 1025, pagePort, 8025), Map.of());
    }

    static MailContainer start(Place place) {
        var mail = new MailContainer(Ports.claim("The mail catcher", place.port()), Ports.free());
        mail.container.start(() -> Smtp.greets(mail.smtpHost(), mail.port), Duration.ofMinutes(1), place.progress());
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
    public Optional<MailFolder> folder() {
        return Optional.empty();
    }

    @Override
    public Optional<URI> page() {
        return Optional.of(URI.create("http://127.0.0.1:" + pagePort));
    }

    @Override
    public Container container() {
        return container;
    }
}
