package dev.atelier.kit.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.testkit.privacy.DataMap;
import dev.atelier.testkit.privacy.PrivacyGate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PrivacyGateTest {
    private static final String FIXTURE = "dev.atelier.kit.privacy.fixture";

    @Test
    void undeclaredFieldsDoNotPass() {
        assertThatThrownBy(() -> PrivacyGate.check(FIXTURE))
                .isInstanceOf(AssertionError.class)
                .satisfies(failed -> assertThat(failed.getMessage().lines().map(line -> line.split(" ")[0]))
                        .containsExactlyInAnyOrder(
                                "letters.forgotten",
                                "letters.stamps[].picture",
                                "letters.counts[]",
                                "letters.body.text",
                                "drawers.anything",
                                "Envelope.address"));
    }

    @Test
    void theDataMapListsWhatIsPersonal() {
        var map = JsonMapper.shared().readTree(DataMap.json("letters-service", FIXTURE));

        assertThat(map.path("service").asString()).isEqualTo("letters-service");
        var entries = map.path("personalData");
        assertThat(entries.findValuesAsString("stored")).containsExactly("letters", "state of identity.users");
        assertThat(entries.get(0).at("/fields/0/field").asString()).isEqualTo("stamps[].sender");
        assertThat(entries.get(0).at("/fields/0/retention").asString()).isEqualTo("30 days");
    }

    @Test
    void theKitPasses() {
        PrivacyGate.check("dev.atelier.kit");
    }
}
