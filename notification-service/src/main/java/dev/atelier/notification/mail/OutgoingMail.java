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
 * A mail as it is sent.
 *
 * @param values what the texts of its kind have in their gaps, in their order
 * @param workspace the name of the workspace that it is about; null where it is about none
 * @param link where the reader goes on; null where there is nowhere to go
 */
@SentRecord(to = "the recipient of the mail, through the installation's mail server")
record OutgoingMail(
        @PersonalData(
                category = Category.CONTACT,
                purpose = "the address a mail goes to",
                basis = Basis.CONTRACT,
                retention = "not kept after sending")
        String to,

        MailKind kind,
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
    OutgoingMail {
        values = List.copyOf(values);
    }

    /** A file that goes with it. */
    static final class MailAttachment {
        @NotPersonal("ids")
        private final String name;

        @PersonalData(
                category = Category.CONTENT,
                purpose = "the report that was asked for",
                basis = Basis.CONTRACT,
                retention = "not kept after sending")
        private final byte[] content;

        MailAttachment(String name, byte[] content) {
            this.name = name;
            this.content = content.clone();
        }

        String name() {
            return name;
        }

        byte[] content() {
            return content.clone();
        }
    }
}
