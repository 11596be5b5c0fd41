package dev.atelier.backing.mail;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.ExternalService;
import java.net.URI;
import java.util.Optional;

/** A mail server at a given address, which is not started or stopped here. */
record ExternalSmtpServer(String smtpHost, int smtpPort) implements MailCatcher, ExternalService {

    static ExternalSmtpServer at(String address) {
        var parts = address.split(":", -1);
        if (parts.length != 2 || !parts[1].matches("\\d{1,5}")) {
            throw new BackingServiceFailed("The mail server's address is host:port, not " + address);
        }
        var given = new ExternalSmtpServer(parts[0], Integer.parseInt(parts[1]));
        if (!SmtpProbe.isReachable(given.smtpHost, given.smtpPort)) {
            throw new BackingServiceFailed(
                    "No SMTP server greets at %s. Start it, or remove the address to start a mail catcher here."
                            .formatted(address));
        }
        return given;
    }

    @Override
    public Optional<CaughtMailFolder> folder() {
        return Optional.empty();
    }

    @Override
    public Optional<URI> page() {
        return Optional.empty();
    }
}
