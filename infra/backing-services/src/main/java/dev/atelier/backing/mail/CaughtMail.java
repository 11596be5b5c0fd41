package dev.atelier.backing.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A caught mail, decoded.
 *
 * @param id the {@code Message-ID}; empty if there is none
 * @param to the addresses of the {@code To} header
 * @param text the plain text; empty if there is none
 * @param html the HTML; empty if there is none
 */
public record CaughtMail(
        String id,
        String from,
        List<String> to,
        String subject,
        String text,
        String html,
        List<CaughtAttachment> attachments) {

    /** An attachment of a mail. */
    @SuppressWarnings("ArrayRecordComponent") // Written to disk or measured, never compared.
    public record CaughtAttachment(String name, byte[] content) {

        @Override
        public String toString() {
            return "%s (%d bytes)".formatted(name, content.length);
        }
    }

    public CaughtMail {
        to = List.copyOf(to);
        attachments = List.copyOf(attachments);
    }

    /** Reads a mail from a file. Throws {@link UncheckedIOException} if it cannot be read. */
    public static CaughtMail read(MimeMessage message) {
        try {
            var text = new StringBuilder();
            var html = new StringBuilder();
            var attachments = new ArrayList<CaughtAttachment>();
            collect(message, text, html, attachments);
            return new CaughtMail(
                    Objects.requireNonNullElse(message.getMessageID(), ""),
                    addresses(message, "From").findFirst().orElse(""),
                    Stream.of("To", "Cc", "Bcc")
                            .flatMap(line -> addresses(message, line))
                            .toList(),
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

    /** Returns the addresses of a header; an invalid one is returned as it is, without control characters. */
    private static Stream<String> addresses(MimeMessage message, String line) {
        try {
            var value = message.getHeader(line, ",");
            return value == null ? Stream.empty() : addresses(value);
        } catch (MessagingException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static Stream<String> addresses(String value) {
        try {
            return Arrays.stream(InternetAddress.parseHeader(value, false)).map(Object::toString);
        } catch (AddressException e) {
            return Stream.of(value.replaceAll("\\p{Cntrl}+", " ").strip());
        }
    }

    private static void collect(Part part, StringBuilder text, StringBuilder html, List<CaughtAttachment> attachments)
            throws MessagingException, IOException {
        if (part.isMimeType("multipart/*")) {
            var parts = (Multipart) part.getContent();
            for (var i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                collect(inner, text, html, attachments);
            }
        } else if (part.getFileName() != null) {
            try (var in = part.getInputStream()) {
                attachments.add(new CaughtAttachment(part.getFileName(), in.readAllBytes()));
            }
        } else if (part.isMimeType("text/html")) {
            html.append(part.getContent());
        } else if (part.isMimeType("text/*")) {
            text.append(part.getContent());
        }
    }
}
