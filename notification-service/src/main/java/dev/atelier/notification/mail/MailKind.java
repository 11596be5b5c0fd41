package dev.atelier.notification.mail;

import dev.atelier.events.ConsentPurpose;
import org.jspecify.annotations.Nullable;

/**
 * One kind of mail. Each kind is a bean that handles the events that cause it, queues its mails and composes them when
 * they are sent. Its texts have the prefix {@link #key} in {@code messages/mail*.properties}.
 */
public interface MailKind {
    /** Returns the prefix of its texts in lower case, such as {@code run-failed}. The queue stores it: do not change it. */
    String key();

    /** Whether the mail concerns access to an account: it is sent before all others and no limit applies to it. */
    default boolean security() {
        return false;
    }

    /** Whether the mail invites somebody: the limit of invitations per mailbox applies instead of that of other mails. */
    default boolean invitation() {
        return false;
    }

    /** Returns the purpose that the recipient must have consented to when the mail is sent; null if none is needed. */
    default @Nullable ConsentPurpose purpose() {
        return null;
    }

    /**
     * Composes a mail from the data that its recipient may read at this moment.
     *
     * @throws NoMailRecipient if the recipient may not or cannot receive the mail any more
     * @throws dev.atelier.kit.problem.NotFound if the recipient may not read the data any more
     * @throws dev.atelier.kit.http.RemoteRefusal if another service refuses the data
     * @throws dev.atelier.kit.http.ServiceUnavailable if another service does not answer now
     */
    OutgoingMail compose(MailData data);
}
