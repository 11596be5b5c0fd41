package dev.atelier.kit.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PayloadMaskerTest {
    @Test
    void keepsNamesAndIdsAndMasksEverythingElse() {
        var masked = PayloadMasker.mask("""
                {"id":"01a20484-ff21-7b8e-9b04-70f498d47734","name":"Lea","deep":[{"n":1}],"none":null}""");

        assertThat(masked).hasToString("""
                        {"id":"01a20484-ff21-7b8e-9b04-70f498d47734","name":"***","deep":[{"n":"***"}],"none":"***"}""");
    }

    @Test
    void showsNothingOfWhatIsNoJson() {
        assertThat(PayloadMasker.mask("Lea lives here")).hasToString("\"***\"");
    }
}
