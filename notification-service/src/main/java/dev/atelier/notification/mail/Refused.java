package dev.atelier.notification.mail;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;

/** Tells a mail server's "no" from its "not now". Source: RFC 5321, section 4.2.1. */
final class Refused {
    private Refused() {}

    /** Whether trying again cannot help: the address is refused, or the mail cannot be written. */
    static boolean forGood(RuntimeException failure) {
        return failure instanceof MailParseException
                || failure instanceof MailPreparationException
                || (failure instanceof MailSendException sending && addressRefused(sending));
    }

    /** The kind of failure, without addresses. */
    static String reason(RuntimeException failure) {
        return failure.getClass().getSimpleName();
    }

    private static boolean addressRefused(MailSendException failure) {
        for (var each : failure.getMessageExceptions()) {
            for (Throwable cause = each; cause != null; cause = next(cause)) {
                if (cause instanceof SMTPAddressFailedException address && address.getReturnCode() >= 500) {
                    return true;
                }
            }
        }
        return false;
    }

    private static @org.jspecify.annotations.Nullable Throwable next(Throwable cause) {
        return cause instanceof jakarta.mail.MessagingException messaging && messaging.getNextException() != null
                ? messaging.getNextException()
                : cause.getCause();
    }
}
