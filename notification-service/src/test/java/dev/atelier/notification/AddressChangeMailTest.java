package dev.atelier.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.backing.mail.CaughtMail;
import dev.atelier.events.IdentityEvent.AddressChangeRequested;
import dev.atelier.events.IdentityEvent.AddressChanged;
import dev.atelier.events.id.AddressChangeId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.UuidV7;
import dev.atelier.testkit.RealBackingServices;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The two mails about a change of address: the link to the new address, the notice to the old one. */
@ServiceTest
class AddressChangeMailTest {
    @Autowired
    private TestEventPublisher town;

    @Autowired
    private MongoTemplate mongo;

    private final FakeServices others = FakeServices.shared();
    private final AddressChangeId change = AddressChangeId.next();
    private final UserId person = new UserId(UuidV7.next());
    private final String email = "ada-" + change + "@mill.example";

    @Test
    void theNewAddressGetsTheLinkInTheLanguageOfThePersonAndNobodysName() {
        others.at(
                "/internal/address-changes/" + change + "/confirmation-mail", FakeServices.json("""
                        {"email":"%s","link":"https://atelier.test/address#token=abc","expiresAt":"2026-03-04T05:06:07Z","locale":"fr"}""".formatted(email)));

        town.publishFirst(new AddressChangeRequested(person, change), 1);

        var mail = mail();
        assertThat(mail.subject()).isEqualTo("Confirmez votre nouvelle adresse e-mail");
        assertThat(mail.text()).contains("https://atelier.test/address#token=abc", "4 mars 2026");
        assertThat(mail.html()).contains("Confirmer cette adresse");
        assertThat(stored().toJson()).doesNotContain(email, "token");
    }

    @Test
    void theOldAddressIsToldAndHasNothingToClick() {
        others.at("/internal/address-changes/" + change + "/notice-mail", FakeServices.json("""
                        {"email":"%s","link":null,"expiresAt":"2026-03-04T05:06:07Z","locale":"en"}""".formatted(email)));

        town.publishFirst(new AddressChanged(person, change), 1);

        var mail = mail();
        assertThat(mail.subject()).isEqualTo("The e-mail address of your account was changed");
        assertThat(mail.text()).contains("write to the operator").doesNotContain("http");
    }

    @Test
    void aWishThatWasTakenBackIsDropped() {
        others.at(
                "/internal/address-changes/" + change + "/confirmation-mail",
                FakeServices.problem(410, "address-change-no-longer-open"));

        town.publishFirst(new AddressChangeRequested(person, change), 1);

        await().atMost(TestEventPublisher.TIMEOUT)
                .untilAsserted(() -> assertThat(stored())
                        .containsEntry("state", "DROPPED")
                        .containsEntry("outcome", "address-change-no-longer-open"));
    }

    private CaughtMail mail() {
        return await().atMost(TestEventPublisher.TIMEOUT)
                .until(this::mails, mails -> mails.size() == 1)
                .getFirst();
    }

    private List<CaughtMail> mails() {
        return Arrays.stream(RealBackingServices.mail().getReceivedMessages())
                .map(CaughtMail::read)
                .filter(mail -> mail.to().toString().contains(email))
                .toList();
    }

    private Document stored() {
        return await().atMost(TestEventPublisher.TIMEOUT)
                .until(
                        () -> mongo.getCollection("mails")
                                .find(new Document("about.addressChangeId", change.toString())
                                        .append("workspaceId", new UUID(0, 0)))
                                .first(),
                        mail -> mail != null);
    }
}
