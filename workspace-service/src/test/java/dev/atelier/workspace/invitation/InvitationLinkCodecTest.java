package dev.atelier.workspace.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.atelier.events.id.InvitationId;
import dev.atelier.kit.problem.NotFound;
import java.net.URI;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InvitationLinkCodecTest {
    private static final String KEY = key(1);
    private static final String OTHER = key(2);

    private final InvitationLinkCodec invitationLinkCodec = links(KEY);
    private final InvitationToken token = new InvitationToken(InvitationId.next(), UUID.randomUUID());

    private static String key(int fill) {
        var bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static InvitationLinkCodec links(String masterKey) {
        return new InvitationLinkCodec(new InvitationLinkSettings(URI.create("https://atelier.test/"), masterKey));
    }

    @Test
    void aTokenSaysWhatWasWrittenIntoIt() {
        assertThat(invitationLinkCodec.read(invitationLinkCodec.write(token))).isEqualTo(token);
    }

    @Test
    void aLinkCarriesTheTokenWhereNoServerSeesIt() {
        assertThat(invitationLinkCodec.link(token))
                .isEqualTo("https://atelier.test/invitations#token=" + invitationLinkCodec.write(token));
    }

    @Test
    void noSingleBitCanBeChanged() {
        var bytes = Base64.getUrlDecoder().decode(invitationLinkCodec.write(token));
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            var changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            var text = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);

            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> invitationLinkCodec.read(text));
        }
    }

    @Test
    void aTokenOfAnotherInstallationLeadsNowhere() {
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> links(OTHER).read(invitationLinkCodec.write(token)));
    }

    @Test
    void afterARotationEarlierLinksStillOpen() {
        var rotated = links(OTHER + "," + KEY);

        assertThat(rotated.read(invitationLinkCodec.write(token))).isEqualTo(token);
        assertThat(links(OTHER).read(rotated.write(token))).isEqualTo(token);
    }

    @Test
    void theSettingsNeverShowTheKey() {
        assertThat(new InvitationLinkSettings(URI.create("https://atelier.test"), KEY).toString())
                .doesNotContain(KEY);
    }
}
