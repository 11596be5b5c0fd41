package dev.atelier.notification.mail.smtp;

import jakarta.mail.MessagingException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;

/**
 * Distinguishes permanent and transient failures of a mail server from a missing answer. Source: RFC 5321, section
 * 4.2.1.
 */
public final class SmtpFailureClassifier {
    private static final Set<String> TEXT = Set.of("DATA", ".");

    private SmtpFailureClassifier() {}

    /** Whether a retry is useless: the address or the text is refused, or the mail cannot be created. */
    public static boolean isPermanent(Throwable failure) {
        return failure instanceof MailParseException
                || failure instanceof MailPreparationException
                || causes(failure).anyMatch(SmtpFailureClassifier::saysNo);
    }

    /** Whether it is unknown if the server has accepted the mail. */
    public static boolean mayHaveBeenAccepted(Throwable failure) {
        return failure instanceof SmtpSender.SmtpDeliveryUncertain;
    }

    /** Whether the server has answered with an error, so that it is known not to have the mail. */
    static boolean isErrorReply(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof SMTPSendFailedException sent && sent.getReturnCode() >= 400);
    }

    /** Returns the kind of failure, without addresses. */
    public static String reason(Throwable failure) {
        return failure.getClass().getSimpleName();
    }

    private static boolean saysNo(Throwable cause) {
        return switch (cause) {
            case SMTPAddressFailedException address -> address.getReturnCode() >= 500;
            case SMTPSendFailedException text ->
                text.getReturnCode() >= 500 && TEXT.contains(String.valueOf(text.getCommand()));
            default -> false;
        };
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return failure instanceof MailSendException sending
                ? Arrays.stream(sending.getMessageExceptions())
                        .flatMap(
                                each -> Stream.iterate((Throwable) each, Objects::nonNull, SmtpFailureClassifier::next))
                : Stream.of();
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause instanceof MessagingException messaging && messaging.getNextException() != null
                ? messaging.getNextException()
                : cause.getCause();
    }
}
