package dev.atelier.notification.mail;

import dev.atelier.kit.email.EmailAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands letters over to the mail server. */
@Component
class Postman {
    /** Before the sender's address, here as in the mails of Keycloak. */
    private static final String NAME = "Atelier";

    private final JavaMailSender server;
    private final Texts texts;
    private final MailSettings settings;

    Postman(JavaMailSender server, Texts texts, MailSettings settings) {
        this.server = server;
        this.texts = texts;
        this.settings = settings;
    }

    /**
     * Sends a letter under a stable {@code Message-ID}.
     *
     * @throws PerhapsTaken where the whole text went out and no answer came back
     * @throws MailException where the server does not take it
     */
    void hand(Letter letter, String id) {
        var message = message(letter, id);
        try {
            server.send(message);
        } catch (MailException e) {
            throw message.written && !Refused.answered(e) ? new PerhapsTaken(e) : e;
        }
    }

    private Identified message(Letter letter, String id) {
        try {
            var message = new Identified(server.createMimeMessage(), "<" + id + "@atelier>");
            var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            helper.setFrom(settings.from(), NAME);
            helper.setTo(new EmailAddress(letter.to()).text());
            helper.setSubject(texts.subject(letter));
            helper.setText(texts.plain(letter), texts.html(letter));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("Content-Language", letter.locale().toLanguageTag());
            if (letter.attachment() != null) {
                helper.addAttachment(
                        letter.attachment().name(),
                        new ByteArrayResource(letter.attachment().content()),
                        "application/pdf");
            }
            return message;
        } catch (MessagingException | UnsupportedEncodingException | IllegalArgumentException e) {
            throw new MailPreparationException(e);
        }
    }

    /** Nobody knows whether the server has the mail. */
    static final class PerhapsTaken extends RuntimeException {
        private static final long serialVersionUID = 1;

        PerhapsTaken(MailException cause) {
            super(cause);
        }
    }

    /** Keeps its id, where Jakarta Mail would give it another at each try, and knows whether all of it was written. */
    private static final class Identified extends MimeMessage {
        private final String id;
        private boolean written;

        Identified(MimeMessage empty, String id) {
            super(empty.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }

        @Override
        public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException, MessagingException {
            super.writeTo(out, ignored);
            written = true;
        }
    }
}
