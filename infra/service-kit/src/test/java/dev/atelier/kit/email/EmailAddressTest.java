package dev.atelier.kit.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.validation.Validation;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of valid and invalid addresses. */
class EmailAddressTest {
    private static final String LABEL = "d".repeat(63);
    private static final String LONGEST_DOMAIN = LABEL + "." + LABEL + "." + LABEL;

    static Stream<Arguments> written() {
        return Stream.of(
                arguments("ada@example.org", "ada@example.org"),
                arguments(" Ada.Lovelace@Example.ORG\t", "Ada.Lovelace@example.org"),
                arguments("o'neill+works@example.org", "o'neill+works@example.org"),
                arguments("!#$%&'*+-/=?^_`{|}~@example.org", "!#$%&'*+-/=?^_`{|}~@example.org"),
                arguments("a@b.co", "a@b.co"),
                arguments("1@2.3x", "1@2.3x"),
                arguments("a@bücher.example", "a@xn--bcher-kva.example"),
                arguments("a@BÜCHER.example", "a@xn--bcher-kva.example"),
                arguments("a@bu\u0308cher.example", "a@xn--bcher-kva.example"),
                arguments("a@xn--bcher-kva.example", "a@xn--bcher-kva.example"),
                arguments("a@例え.テスト", "a@xn--r8jz45g.xn--zckzah"),
                arguments("a@президент.рф", "a@xn--d1abbgf6aiiy.xn--p1ai"),
                arguments("a@EXAMPLE\u3002org", "a@example.org"));
    }

    @ParameterizedTest
    @MethodSource("written")
    void isWrittenToAs(String typed, String text) {
        assertThat(new EmailAddress(typed).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tomáš@example.org",
                "dušan@example.org",
                "pawełk@example.org",
                "\uFF41@example.org",
                "a\u200B@example.org",
                "a b@example.org",
                "a\n@example.org",
                "a\r\nBcc: b@example.org",
                "\"a b\"@example.org",
                ".a@example.org",
                "a.@example.org",
                "a..b@example.org",
                "a(b)@example.org",
                "a,b@example.org",
                "<a@example.org>",
                "Ada <a@example.org>",
                "@example.org"
            })
    void hasALocalPartThatEveryServerTakes(String typed) {
        assertThat(EmailAddress.findFlaw(typed)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@",
                "a@example",
                "a@localhost",
                "a@[127.0.0.1]",
                "a@127.0.0.1",
                "a@example.123",
                "a@.example.org",
                "a@example.org.",
                "a@example..org",
                "a@-example.org",
                "a@example-.org",
                "a@exam_ple.org",
                "a@exam ple.org",
                "a@exam\u00ADple.org",
                "a@exam\u200Bple.org",
                "a@exam\u200Dple.org",
                "a@example\uFE0F.org",
                "a@\u2100.example.org",
                "a@straße.example",
                "a@σίγμας.example",
                "a@b.org\u0000",
                "a@\uD800.org"
            })
    void hasAPublicDomain(String typed) {
        assertThat(EmailAddress.findFlaw(typed)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "a.example.org", "a@b@example.org", "a@b.example,c@d.example"})
    void isOneAddress(String typed) {
        assertThat(EmailAddress.findFlaw(typed)).contains("must be an e-mail address, such as ada@example.org");
    }

    static Stream<String> longest() {
        return Stream.of(
                "a".repeat(64) + "@example.org",
                "a".repeat(62) + "@" + LONGEST_DOMAIN,
                "a@" + LABEL + ".org",
                "a@" + "ü".repeat(1) + "b".repeat(55) + ".org");
    }

    @ParameterizedTest
    @MethodSource("longest")
    void theLongestPasses(String typed) {
        assertThat(EmailAddress.findFlaw(typed)).isEmpty();
    }

    static Stream<String> tooLong() {
        return Stream.of(
                "a".repeat(65) + "@example.org",
                "a".repeat(63) + "@" + LONGEST_DOMAIN,
                "a@d" + LABEL + ".org",
                "a@" + "ü".repeat(1) + "b".repeat(60) + ".org",
                // 254 characters as typed, more in ASCII
                "a@" + ("ü".repeat(20) + ".").repeat(12));
    }

    @ParameterizedTest
    @MethodSource("tooLong")
    void oneMoreDoesNot(String typed) {
        assertThat(EmailAddress.findFlaw(typed)).isPresent();
    }

    static Stream<String> lethal() {
        return Stream.of(
                "a@a" + ".a".repeat(2_900),
                "a@a" + ".a".repeat(2_000_000),
                "a".repeat(2_000_000),
                "@".repeat(2_000_000),
                "a@" + "é".repeat(2_000_000),
                "a" + ".a".repeat(2_000_000) + "@example.org");
    }

    @ParameterizedTest
    @MethodSource("lethal")
    void lengthComesFirst(String typed) {
        assertThat(EmailAddress.findFlaw(typed)).contains("must have at most 254 characters");
    }

    @Test
    void isComparedWithoutCase() {
        assertThat(new EmailAddress("Noah@Bücher.Example").normalized())
                .isEqualTo(new EmailAddress("noah@XN--BCHER-KVA.example").normalized());
    }

    @ParameterizedTest
    @CsvSource({
        "Noah+one@example.org, noah@example.org",
        "noah+one+two@example.org, noah@example.org",
        "+one@example.org, +one@example.org",
        "noah@example.org, noah@example.org"
    })
    void isCountedByItsMailbox(String typed, String mailbox) {
        assertThat(new EmailAddress(typed).mailbox()).isEqualTo(mailbox);
    }

    @Test
    void isNothingElse() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress("tomáš@example.org"));
        assertThat(EmailAddress.find("tomáš@example.org")).isEmpty();
        assertThat(EmailAddress.find(null)).isEmpty();
        assertThat(EmailAddress.find("ada@example.org")).contains(new EmailAddress("ada@example.org"));
    }

    @Test
    void aBodysFieldSaysWhatIsWrongWithIt() {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            var validator = factory.getValidator();

            assertThat(said(validator.validate(new EmailRequest("tomáš@example.org"))))
                    .containsExactly(EmailAddress.findFlaw("tomáš@example.org").orElseThrow());
            assertThat(said(validator.validate(new EmailRequest("a@a" + ".a".repeat(2_900)))))
                    .containsExactly("must have at most 254 characters");
            assertThat(validator.validate(new EmailRequest("ada@example.org"))).isEmpty();
        }
    }

    private static Set<String> said(Set<? extends jakarta.validation.ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(jakarta.validation.ConstraintViolation::getMessage)
                .collect(Collectors.toSet());
    }

    record EmailRequest(@ValidEmailAddress String email) {}
}
