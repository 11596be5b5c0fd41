package dev.atelier.kit.web.validation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurrencyCodeTest {
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "USD", "JPY", "XOF", "KWD"})
    void takesWhatIsLegalTenderSomewhere(String code) {
        assertThat(VALIDATOR.validate(new Price(code))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZZ", "XXX", "XTS", "XAU", "CHE", "DEM", "eur", "EURO", ""})
    void refusesWhatIsNone(String code) {
        assertThat(VALIDATOR.validate(new Price(code)))
                .singleElement()
                .matches(wrong -> wrong.getMessage().equals("must be a currency of ISO 4217, such as EUR"));
    }

    private record Price(@CurrencyCode String currency) {}
}
