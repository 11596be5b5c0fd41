package dev.atelier.notification.mail.smtp;

import dev.atelier.kit.email.EmailAddress;
import dev.atelier.notification.mail.MailSettings;
import dev.atelier.notification.mail.OutgoingMail;
import dev.atelier.notification.mail.rendering.MailRenderer;
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

/** Sends mails through the SMTP server. */
@Component
public class SmtpSender {
    /** Display name of the sender, the same as in the mails of Keycloak. */
    private static final String NAME = "Atelier";

    private final JavaMailSender server;
    private final MailRenderer mailRenderer;
    private final MailSettings settings;

    /** Creates a sender for one SMTP server. */
    public SmtpSender(JavaMailSender server, MailRenderer mailRenderer, MailSettings settings) {
        this.server = server;
        this.mailRenderer = mailRenderer;
        this.settings = settings;
    }

    /**
     * Sends a mail with a stable {@code Message-ID}.
     *
     * @throws SmtpDeliveryUncertain if the whole text was written and no answer arrived
     * @throws MailException if the server does not accept the mail
     */
    public void send(OutgoingMail outgoingMail, String id) {
        var message = message(outgoingMail, id);
        try {
            server.send(message);
        } catch (MailException e) {
            throw message.written && !SmtpFailureClassifier.isErrorReply(e) ? new SmtpDeliveryUncertain(e) : e;
        }
    }

    private IdentifiedMimeMessage message(OutgoingMail outgoingMail, String id) {
        try {
            var message = new IdentifiedMimeMessage(server.createMimeMessage(), "<" + id + "@atelier>");
            var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            helper.setFrom(settings.from(), NAME);
            helper.setTo(new EmailAddress(outgoingMail.to()).text());
            helper.setSubject(mailRenderer.subject(outgoingMail));
            helper.setText(mailRenderer.plain(outgoingMail), mailRenderer.html(outgoingMail));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("Content-Language", outgoingMail.locale().toLanguageTag());
            if (outgoingMail.attachment() != null) {
                helper.addAttachment(
                        outgoingMail.attachment().name(),
                        new ByteArrayResource(outgoingMail.attachment().content()),
                        "application/pdf");
            }
            return message;
        } catch (MessagingException | UnsupportedEncodingException | IllegalArgumentException e) {
            throw new MailPreparationException(e);
        }
    }

    /** It is unknown whether the server has accepted the mail. */
    public static final class SmtpDeliveryUncertain extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** Creates it for the failure that hides the server's answer. */
        public SmtpDeliveryUncertain(MailException cause) {
            super(cause);
        }
    }

    /**
     * Keeps its {@code Message-ID}, which Jakarta Mail would replace at each attempt, and records whether it was
     * written completely.
     */
    private static final class IdentifiedMimeMessage extends MimeMessage {
        private final String id;
        private boolean written;

        IdentifiedMimeMessage(MimeMessage empty, String id) {
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
