package dev.atelier.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.backing.mail.CaughtMail;
import dev.atelier.events.IdentityEvent.PolicyAnnounced;
import dev.atelier.events.LegalDocument;
import dev.atelier.events.UserState;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.UuidV7;
import dev.atelier.kit.state.StateProjection;
import dev.atelier.testkit.RealBackingServices;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A user is told of a new version of a legal document. */
@ServiceTest
class LegalDocumentMailTest {
    @Autowired
    private TestEventPublisher town;

    @Autowired
    private StateProjection<UserState> users;

    private final FakeServices others = FakeServices.shared();
    private final UserId user = new UserId(UuidV7.next());
    private final String email = "ada-" + user + "@mill.example";

    @Test
    void namesTheVersionInTheLanguageAndTimeZoneOfTheUser() {
        town.publish(new UserState(
                user, "Ada", "Lovelace", email, true, false, "fr", "Europe/Paris", null, null, null, false, 1));
        await().atMost(TestEventPublisher.TIMEOUT)
                .until(() -> users.find(user.toString()).isPresent());
        others.at("/internal/legal-documents/TERMS/versions/2/mail", FakeServices.json("""
                {"title":"Conditions","changes":"Un article de plus.","effectiveFrom":"2026-03-04T23:30:00Z",
                 "material":true,"link":"https://atelier.test/legal/terms"}"""));

        town.publishFirst(new PolicyAnnounced(user, LegalDocument.TERMS, 2), 1);

        var mail = await().atMost(TestEventPublisher.TIMEOUT)
                .until(this::mails, found -> found.size() == 1)
                .getFirst();
        assertThat(mail.subject()).isEqualTo("Conditions : une nouvelle version");
        assertThat(mail.text())
                .contains("Un article de plus.", "5 mars 2026", "vous demandera de l’accepter")
                .contains("https://atelier.test/legal/terms");
    }

    private List<CaughtMail> mails() {
        return Arrays.stream(RealBackingServices.mail().getReceivedMessages())
                .map(CaughtMail::read)
                .filter(mail -> mail.to().toString().contains(email))
                .toList();
    }
}
