package dev.atelier.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.notification.ServiceTest;
import dev.atelier.notification.mail.rendering.MailMessages;
import dev.atelier.notification.mail.rendering.MailRenderer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What holds for every kind of mail. */
@ServiceTest
class MailKindTest {
    @Autowired
    private List<MailKind> kinds;

    @Autowired
    private MailMessages mailMessages;

    @Autowired
    private MailRenderer mailRenderer;

    /** The keys are stored in queued mails and are tags of meters, so they outlive the classes. */
    @Test
    void keysDoNotChange() {
        assertThat(kinds)
                .extracting(MailKind::key)
                .containsExactlyInAnyOrder(
                        "invitation",
                        "approval-asked",
                        "run-completed",
                        "run-failed",
                        "report-ready",
                        "mention",
                        "participant-removed",
                        "webhook-paused",
                        "responsibility-ended",
                        "contact-answer",
                        "address-proof",
                        "address-changed",
                        "legal-document",
                        "recovery-opened",
                        "recovery-evidence",
                        "recovery-confirmed",
                        "recovery-dismissed",
                        "recovery-completed",
                        "security-alarms")
                .allSatisfy(key -> assertThat(key).matches("[a-z]+(-[a-z]+)*"));
    }

    @Test
    void onlyMailsAboutAccessToAnAccountAreSecurityMails() {
        assertThat(kinds)
                .filteredOn(MailKind::security)
                .extracting(MailKind::key)
                .containsExactlyInAnyOrder(
                        "address-proof",
                        "address-changed",
                        "recovery-opened",
                        "recovery-evidence",
                        "recovery-confirmed",
                        "recovery-dismissed",
                        "recovery-completed",
                        "security-alarms");
    }

    @Test
    void onlyInvitationsCountAsInvitations() {
        assertThat(kinds)
                .filteredOn(MailKind::invitation)
                .extracting(MailKind::key)
                .containsExactly("invitation");
    }

    @Test
    void everyKindHasASubjectAndAText() {
        for (var locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            assertThat(kinds)
                    .extracting(MailKind::key)
                    .allSatisfy(key -> assertThat(mailMessages.find(locale, key + ".subject"))
                            .isPresent())
                    .allSatisfy(key ->
                            assertThat(mailMessages.find(locale, key + ".1")).isPresent());
        }
    }

    @Test
    void everyKindIsWrittenInFrenchWithAllItsGapsFilled() {
        assertThat(kinds).allSatisfy(kind -> {
            var french = mail(kind, Locale.FRENCH);
            var english = mail(kind, Locale.ENGLISH);

            assertThat(mailRenderer.subject(french))
                    .isNotEqualTo(mailRenderer.subject(english))
                    .doesNotContain("{");
            assertThat(mailRenderer.plain(french)).doesNotContain("{").isNotEqualTo(mailRenderer.plain(english));
            assertThat(mailRenderer.html(french)).contains("lang=\"fr\"").doesNotContain("{0}", "{1}", "{2}", "{3}");
        });
    }

    private static OutgoingMail mail(MailKind kind, Locale locale) {
        return new OutgoingMail(
                "lea@example.org",
                kind.key(),
                locale,
                List.of("one", "two", "three", "four"),
                "Studio",
                "https://atelier.example/x",
                null);
    }
}
