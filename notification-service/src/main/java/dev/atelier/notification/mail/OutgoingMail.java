package dev.atelier.notification.mail;

import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import dev.atelier.kit.privacy.SentRecord;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A composed mail.
 *
 * @param key the prefix of its texts: {@link MailKind#key}
 * @param values the values for the placeholders in the texts of its kind, in their order
 * @param workspace name of the workspace that the mail is about; null if it is about none
 * @param link link to the page where the recipient continues; null if there is none
 */
@SentRecord(to = "the recipient of the mail, through the installation's mail server")
public record OutgoingMail(
        @PersonalData(
                category = Category.CONTACT,
                purpose = "the address a mail goes to",
                basis = Basis.CONTRACT,
                retention = "not kept after sending")
        String to,

        @NotPersonal("a constant") String key,
        @NotPersonal("a language of thousands") Locale locale,

        @PersonalData(
                category = Category.CONTENT,
                purpose = "what the mail tells",
                basis = Basis.CONTRACT,
                retention = "not kept after sending")
        List<String> values,

        @Nullable @PersonalData(
                category = Category.CONTENT,
                purpose = "tells which workspace a mail is about",
                basis = Basis.CONTRACT,
                retention = "not kept after sending")
        String workspace,

        @Nullable @PersonalData(
                category = Category.TECHNICAL,
                purpose = "lets the invited accept, and people prove a new address",
                basis = Basis.CONTRACT,
                retention = "not kept after sending")
        String link,

        @Nullable MailAttachment attachment) {
    public OutgoingMail {
        values = List.copyOf(values);
    }

    /** A file attached to a mail. */
    public static final class MailAttachment {
        @NotPersonal("ids")
        private final String name;

        @PersonalData(
                category = Category.CONTENT,
                purpose = "the report that was asked for",
                basis = Basis.CONTRACT,
                retention = "not kept after sending")
        private final byte[] content;

        /** Creates an attachment from a PDF. */
        public MailAttachment(String name, byte[] content) {
            this.name = name;
            this.content = content.clone();
        }

        /** Returns the name of the file. */
        public String name() {
            return name;
        }

        /** Returns a copy of the content. */
        public byte[] content() {
            return content.clone();
        }
    }
}
