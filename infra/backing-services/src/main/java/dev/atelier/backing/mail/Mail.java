package dev.atelier.backing.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A caught mail, decoded.
 *
 * @param id its {@code Message-ID}; empty where it has none
 * @param to the addresses of its {@code To} line
 * @param text its plain text; empty where there is none
 * @param html its HTML; empty where there is none
 */
public record Mail(
        String id,
        String from,
        List<String> to,
        String subject,
        String text,
        String html,
        List<Attachment> attachments) {

    /** A file that came with a mail. */
    @SuppressWarnings("ArrayRecordComponent") // Written to disk or measured, never compared.
    public record Attachment(String name, byte[] content) {

        @Override
        public String toString() {
            return "%s (%d bytes)".formatted(name, content.length);
        }
    }

    public Mail {
        to = List.copyOf(to);
        attachments = List.copyOf(attachments);
    }

    /** Throws {@link UncheckedIOException} for one that cannot be read. */
    public static Mail read(MimeMessage message) {
        try {
            var text = new StringBuilder();
            var html = new StringBuilder();
            var attachments = new ArrayList<Attachment>();
            collect(message, text, html, attachments);
            var recipients = message.getAllRecipients();
            return new Mail(
                    Objects.requireNonNullElse(message.getMessageID(), ""),
                    message.getFrom() == null || message.getFrom().length == 0 ? "" : message.getFrom()[0].toString(),
                    recipients == null
                            ? List.of()
                            : Arrays.stream(recipients).map(Object::toString).toList(),
                    Objects.requireNonNullElse(message.getSubject(), ""),
                    text.toString(),
                    html.toString(),
                    attachments);
        } catch (MessagingException e) {
            throw new UncheckedIOException(new IOException(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(Part part, StringBuilder text, StringBuilder html, List<Attachment> attachments)
            throws MessagingException, IOException {
        if (part.isMimeType("multipart/*")) {
            var parts = (Multipart) part.getContent();
            for (var i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                collect(inner, text, html, attachments);
            }
        } else if (part.getFileName() != null) {
            try (var in = part.getInputStream()) {
                attachments.add(new Attachment(part.getFileName(), in.readAllBytes()));
            }
        } else if (part.isMimeType("text/html")) {
            html.append(part.getContent());
        } else if (part.isMimeType("text/*")) {
            text.append(part.getContent());
        }
    }
}
