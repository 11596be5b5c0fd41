package dev.atelier.notification.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchRuntimeException;

import dev.atelier.notification.mail.OutgoingMail;
import dev.atelier.notification.mail.TestMailSettings;
import dev.atelier.notification.mail.rendering.MailMessages;
import dev.atelier.notification.mail.rendering.MailRenderer;
import dev.atelier.notification.mail.smtp.ScriptedSmtpServer.ReplyPoint;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What a failure at each point of sending means for the next attempt. */
class SmtpSenderTest {
    @Test
    void aCutBeforeTheTextLeavesNoDoubt() throws IOException {
        assertThat(failureAt(ReplyPoint.TEXT_BEGINS, null))
                .matches(now ->
                        !SmtpFailureClassifier.isPermanent(now) && !SmtpFailureClassifier.mayHaveBeenAccepted(now));
    }

    @Test
    void aCutAfterTheTextMayHaveSentIt() throws IOException {
        assertThat(failureAt(ReplyPoint.TEXT_ENDS, null))
                .matches(SmtpFailureClassifier::mayHaveBeenAccepted)
                .matches(now -> !SmtpFailureClassifier.isPermanent(now));
    }

    @Test
    void aLaterAfterTheTextLeavesNoDoubtAndIsTriedAgain() throws IOException {
        assertThat(failureAt(ReplyPoint.TEXT_ENDS, "451 later"))
                .matches(now ->
                        !SmtpFailureClassifier.isPermanent(now) && !SmtpFailureClassifier.mayHaveBeenAccepted(now));
    }

    @Test
    void aNoAfterTheTextIsForGood() throws IOException {
        assertThat(failureAt(ReplyPoint.TEXT_ENDS, "554 not this one")).matches(SmtpFailureClassifier::isPermanent);
    }

    @Test
    void aNoToTheAddressIsForGood() throws IOException {
        assertThat(failureAt(ReplyPoint.RECIPIENT, "550 nobody here")).matches(SmtpFailureClassifier::isPermanent);
    }

    private static RuntimeException failureAt(ReplyPoint point, @Nullable String reply) throws IOException {
        try (var smtp = new ScriptedSmtpServer(point, reply)) {
            var server = new JavaMailSenderImpl();
            server.setHost("127.0.0.1");
            server.setPort(smtp.port());
            server.getJavaMailProperties().setProperty("mail.smtp.timeout", "5000");
            var settings = TestMailSettings.claimedFor(Duration.ofMinutes(1));
            var outgoingMail = new OutgoingMail(
                    "lea@example.org",
                    "invitation",
                    Locale.ENGLISH,
                    List.of("one", "two", "three"),
                    "Studio",
                    null,
                    null);
            return catchRuntimeException(() ->
                    new SmtpSender(server, new MailRenderer(new MailMessages()), settings).send(outgoingMail, "id"));
        }
    }
}
