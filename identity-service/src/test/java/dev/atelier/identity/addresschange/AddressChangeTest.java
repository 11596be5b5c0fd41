package dev.atelier.identity.addresschange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.events.id.AddressChangeId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.UuidV7;
import dev.atelier.kit.problem.NotFound;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressChangeTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant LAST_MOMENT = NOON.plus(Duration.ofHours(24)).minusMillis(1);

    private final AddressChange asked = AddressChange.request(
            new UserId(UuidV7.next()), "new@example.org", "old@example.org", NOON, Duration.ofHours(24));

    @Test
    void isProvenByTheSecretThatWasMailedUntilTheLastMoment() {
        var mailed = asked.addLink("secret", NOON);

        assertThat(mailed.confirm("secret", LAST_MOMENT).done()).isTrue();
        assertNoLongerOpen(() -> mailed.confirm("secret", LAST_MOMENT.plusMillis(1)));
        assertNoLongerOpen(() -> mailed.confirm("another", NOON));
    }

    @Test
    void isProvenOnce() {
        var done = asked.addLink("secret", NOON).confirm("secret", NOON);

        assertNoLongerOpen(() -> done.confirm("secret", NOON));
        assertNoLongerOpen(() -> done.addLink("more", NOON));
        assertThat(done.withdraw().done()).as("it cannot be withdrawn").isTrue();
    }

    @Test
    void isNotProvenOnceItIsTakenBack() {
        assertNoLongerOpen(() -> asked.addLink("secret", NOON).withdraw().confirm("secret", NOON));
    }

    @Test
    void everyOneOfTheLastFiveMailsOpensIt() {
        var change = asked;
        for (var secret = 1; secret <= 6; secret++) {
            change = change.addLink("secret " + secret, NOON);
        }

        assertThat(change.confirm("secret 2", NOON).done()).isTrue();
        var mailed = change;
        assertNoLongerOpen(() -> mailed.confirm("secret 1", NOON));
    }

    @Test
    void aLinkNamesItsChangeAndItsSecretIsNowhereElse() {
        var token = AddressChangeToken.generate(asked.id());
        var link = token.link(URI.create("https://atelier.example/"));

        assertThat(link).startsWith("https://atelier.example/address#token=");
        var read = new AddressChangeToken(link.substring(link.indexOf('=') + 1));
        assertThat(read.change()).isEqualTo(asked.id());
        assertThat(read.hash()).isEqualTo(token.hash()).hasSize(64);
        assertThat(AddressChangeToken.generate(asked.id()).hash()).isNotEqualTo(token.hash());
        assertThat(token.toString()).doesNotContain(token.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "not base64!", "AAAA"})
    void whatWasNeverATokenLeadsNowhere(String text) {
        assertThatThrownBy(() -> new AddressChangeToken(text).change()).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> new AddressChangeToken(AddressChangeToken.generate(AddressChangeId.next())
                                        .text() + "AAAA")
                        .change())
                .isInstanceOf(NotFound.class);
    }

    private static void assertNoLongerOpen(ThrowingCallable what) {
        assertThatThrownBy(what).isInstanceOf(AddressChangeNoLongerOpen.class);
    }
}
