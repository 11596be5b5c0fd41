package dev.atelier.backing.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Registration, sign-in and recovery pages, on a real Keycloak. */
class KeycloakPagesTest {
    @TempDir
    static Path folder;

    private static KeycloakWithMailbox door;

    @BeforeAll
    static void open() {
        door = KeycloakWithMailbox.open(folder);
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @ParameterizedTest
    @CsvSource({"en, Sign in to Atelier, Sign in", "fr, Se connecter \u00e0 Atelier, Se connecter"})
    void theLoginPageIsAteliersInBothLanguages(String language, String title, String button) {
        try (var browserSession = door.visit()) {
            var page = browserSession.login(language);

            assertThat(page.html()).contains(title, button, "lang=\"" + language + "\"");
            var style = page.linkTo("css/atelier.css").orElseThrow();
            assertThat(browserSession.browser().get(style).html()).contains("atelier.svg");
            var logo = browserSession.browser().get(style.resolve("../img/atelier.svg"));
            assertThat(logo.status()).isEqualTo(200);
            assertThat(logo.html()).startsWith("<svg");
        }
    }

    @ParameterizedTest
    @CsvSource({"en, Terms of use, Fran\u00e7ais", "fr, Conditions d\u2019utilisation, English"})
    void everyPageLinksTheOtherLanguageAndTheTerms(String language, String terms, String other) {
        try (var browserSession = door.visit()) {
            for (var page : new HtmlPage[] {browserSession.login(language), browserSession.registration(language)}) {
                assertThat(page.html())
                        .contains(
                                terms,
                                "/api/public/legal-documents/TERMS/page?language=" + language.toUpperCase(Locale.ROOT))
                        .containsPattern("<a href=\"[^\"]*kc_locale=[^\"]*\"[^>]*>[^<]*" + other + "[^<]*</a>")
                        .containsPattern("<title>Atelier[^<]+</title>");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en, I am at least 18 years old, Please confirm that you are an adult",
        "fr, J\u2019ai au moins 18, Veuillez confirmer que vous \u00eates majeur"
    })
    void whoDoesNotConfirmBusinessUseAsAnAdultDoesNotRegister(String language, String text, String complaint) {
        try (var browserSession = door.visit()) {
            assertThat(browserSession.registration(language).html()).contains(text, "type=\"checkbox\"");

            var fields = fields(KeycloakWithMailbox.newcomer("child-" + language));
            fields.remove("businessUse");
            var answer = browserSession.register(language, fields);

            assertThat(answer.errorMessage()).startsWith(complaint);
            assertThat(answer.html()).contains("input-error-businessUse");
            assertThat(door.mails("child-" + language + "@example.org")).isEmpty();
        }
    }

    @Test
    void theConfirmationIsKeptWithItsTimeAndText() {
        var before = Instant.now().minusMillis(1);
        var lea = door.member("confirmed");

        var kept = door.kept(lea.email());

        assertThat(kept).contains("\"businessUseTextVersion\":[\"1\"]");
        var at = Pattern.compile("\"businessUseConfirmedAt\":\\[\"([^\"]+)\"").matcher(kept);
        assertThat(at.find()).isTrue();
        assertThat(Instant.parse(at.group(1))).isBetween(before, Instant.now());
    }

    @ParameterizedTest
    @CsvSource({
        "firstName, ''",
        "lastName, ''",
        "email, ''",
        "email, nowhere",
        "email, tomáš@example.org",
        "email, a@bücher.example",
        "firstName, <b>",
        "firstName, \u202E",
        "lastName, \u200B"
    })
    void aFieldThatIsWrongIsNamed(String field, String wrong) {
        try (var browserSession = door.visit()) {
            var fields = fields(KeycloakWithMailbox.newcomer("wrong"));
            fields.put(field, wrong);

            assertThat(browserSession.register("en", fields).html()).contains("input-error-" + field);
        }
    }

    @Test
    void whoRegistersAnAddressThatHasAnAccountIsToldSo() {
        var known = door.member("known");

        assertThatThrownBy(() -> door.web().register(known, door.letters()))
                .isInstanceOf(SignInFailed.class)
                .hasMessageContaining("has an account already");
    }

    @Test
    void noMailOfKeycloakHasABareAmpersand() {
        var known = door.member("ampersand");
        assertThatThrownBy(() -> door.web().register(known, door.letters())).isInstanceOf(SignInFailed.class);

        var mails = door.mails(known.email());
        assertThat(mails.getFirst().html()).contains("&amp;client_id=");
        assertThat(mails)
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.html()).doesNotContainPattern("&(?!amp;|#|[a-z]+;)"));
    }

    @Test
    void mailsOfKeycloakSpeakTheLanguageOfWhoRegisters() {
        var zoe = KeycloakWithMailbox.newcomer("zoe");
        try (var browserSession = door.visit()) {
            browserSession.register("fr", fields(zoe));
            BrowserSignIn.awaitLink(door.letters(), zoe.email(), 0);

            var mail = door.mails(zoe.email()).getFirst();
            assertThat(mail.subject()).isEqualTo("Confirmez votre adresse e-mail");
            assertThat(mail.text()).contains("Ce lien est valable 1 jour").doesNotContain("{");
            assertThat(mail.html())
                    .contains("lang=\"fr\"", "Confirmer cette adresse")
                    .doesNotContain("{0}");
            assertThat(door.kept(zoe.email())).contains("\"locale\":[\"fr\"]");
        }
    }

    @Test
    void registeringAKnownAddressLooksLikeANewOneAndItsOwnerIsTold() {
        var known = door.member("kate");
        var unknown = KeycloakWithMailbox.newcomer("nora");
        try (var first = door.visit();
                var second = door.visit()) {
            var answerToKnown = first.register("en", fields(known));
            var answerToUnknown = second.register("en", fields(unknown));

            assertThat(answerToKnown.status()).isEqualTo(200);
            assertThat(shape(answerToKnown, known.email())).isEqualTo(shape(answerToUnknown, unknown.email()));
            assertThat(answerToKnown.address().getPath())
                    .isEqualTo(answerToUnknown.address().getPath());
        }
        assertThat(door.mails(known.email()).getLast())
                .matches(mail -> mail.subject().equals("You already have an account"))
                .matches(mail -> mail.html().contains("/login-actions/reset-credentials?client_id=atelier-web"));
        assertThat(door.web().signIn(known.email(), known.password()).accessToken())
                .isNotBlank();
    }

    @Test
    void whoRegistersAgainBeforeTheProofMayCorrectTheirNames() {
        var ann = KeycloakWithMailbox.newcomer("ann");
        try (var browserSession = door.visit()) {
            browserSession.register("en", fields(ann));
        }
        door.web().register(new NewUser("Anna", "Weber", ann.email(), ann.password()), door.letters());

        assertThat(door.kept(ann.email())).contains("\"firstName\":\"Anna\"", "\"lastName\":\"Weber\"");
    }

    @Test
    void theMailCanBeSentAgainFiveTimesAnHour() {
        var ida = KeycloakWithMailbox.newcomer("ida");
        try (var browserSession = door.visit()) {
            var page = browserSession.register("en", fields(ida));
            for (var again = 0; again < 7; again++) {
                page = browserSession
                        .browser()
                        .get(page.linkTo("login-actions/registration").orElseThrow());
                assertThat(page.html()).contains(ida.email());
            }
        }
        assertThat(door.mails(ida.email())).hasSize(5);
    }

    @Test
    void theLinkWorksInAnotherBrowserToo() {
        var max = KeycloakWithMailbox.newcomer("max");
        try (var desk = door.visit();
                var phone = door.visit()) {
            desk.register("en", fields(max));
            var confirm = phone.follow(door.letters(), max.email(), 0);
            var password = phone.browser().get(confirm.linkTo("action-token").orElseThrow());
            phone.submit(password, "password-new", chosen(max.password()));
        }
        assertThat(door.web().signIn(max.email(), max.password()).accessToken()).isNotBlank();
    }

    @Test
    void recoveryAnswersAlikeAndWritesToBoth() {
        var known = door.member("rosa");
        try (var first = door.visit();
                var second = door.visit()) {
            var answerToKnown = first.recover(known.email());
            var answerToUnknown = second.recover("lost@example.org");

            assertThat(shape(answerToKnown, known.email())).isEqualTo(shape(answerToUnknown, "lost@example.org"));
            assertThat(answerToKnown.html()).contains("We have sent a mail to this address");
        }
        assertThat(door.mails("lost@example.org").getLast().subject())
                .isEqualTo("There is no account for this address");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nobodyIsFloodedWithRecoveryMails(boolean member) {
        var email = (member ? door.member("flora") : KeycloakWithMailbox.newcomer("fritz")).email();
        for (var again = 0; again < 7; again++) {
            try (var browserSession = door.visit()) {
                assertThat(browserSession.recover(email).html()).contains("We have sent a mail to this address");
            }
        }
        assertThat(door.mails(email)).hasSize(5);
    }

    @Test
    void aNewPasswordIsChosenThroughTheMail() {
        var otto = door.member("otto");
        var before = links(otto);
        try (var browserSession = door.visit()) {
            browserSession.recover(otto.email());
            var page = browserSession.follow(door.letters(), otto.email(), before);
            browserSession.submit(page, "password-new", chosen("Another-long-secret"));
        }
        assertThat(door.web().signIn(otto.email(), "Another-long-secret").accessToken())
                .isNotBlank();
        assertThatThrownBy(() -> door.web().signIn(otto.email(), otto.password()))
                .isInstanceOf(SignInFailed.class);
    }

    @Test
    void signingInTakesAsLongForAnAddressThatNobodyHas() {
        refused("nobody@example.org");
        var known = Duration.ofDays(1);
        var unknown = Duration.ofDays(1);
        for (var i = 0; i < 5; i++) {
            known = shorter(known, refused(door.member("slow-" + i).email()));
            unknown = shorter(unknown, refused("nobody-" + i + "@example.org"));
        }
        assertThat(unknown).isBetween(known.dividedBy(2), known.multipliedBy(2));
    }

    @Test
    void aLockedAccountAnswersAsNobodyDoesAndTakesAsLong() {
        var locked = door.member("lucy");
        for (var i = 0; i < 5; i++) {
            refused(locked.email());
        }
        try (var first = door.visit();
                var second = door.visit()) {
            var answerToLocked = first.signIn(first.login("en"), locked);
            var answerToNobody = second.signIn(second.login("en"), KeycloakWithMailbox.newcomer("none"));
            assertThat(answerToLocked.errorMessage()).isEqualTo("Wrong e-mail address or password.");
            assertThat(shape(answerToLocked, locked.email())).isEqualTo(shape(answerToNobody, "none@example.org"));
        }
        var closed = Duration.ofDays(1);
        var unknown = Duration.ofDays(1);
        for (var i = 0; i < 4; i++) {
            closed = shorter(closed, refused(locked.email()));
            unknown = shorter(unknown, refused("none-" + i + "@example.org"));
        }
        assertThat(closed).isBetween(unknown.dividedBy(2), unknown.multipliedBy(2));
    }

    @Test
    void registeringTakesAsLongForAnAddressThatSomebodyHas() {
        var known = Duration.ofDays(1);
        var unknown = Duration.ofDays(1);
        for (var i = 0; i < 4; i++) {
            known = shorter(known, registered(door.member("swift-" + i)));
            unknown = shorter(unknown, registered(KeycloakWithMailbox.newcomer("fresh-" + i)));
        }
        assertThat(unknown).isBetween(known.dividedBy(3), known.multipliedBy(3));
    }

    @Test
    void aCodeOfAnAppIsAskedForOnceItIsEnrolledAlsoInRecovery() {
        var tom = door.member("tom");
        var app = new TotpAuthenticator[1];
        try (var browserSession = door.visit()) {
            var page = browserSession.signIn(browserSession.loginFor("CONFIGURE_TOTP"), tom);
            app[0] = new TotpAuthenticator(
                    page.formWith("totp").orElseThrow().hidden().get("totpSecret"));
            var done = browserSession.submit(page, "totp", Map.of("totp", app[0].code(-1), "userLabel", "Phone"));
            assertThat(browserSession.tokens(done).accessToken()).isNotBlank();
        }
        asksForTheCode(browserSession -> browserSession.signIn(browserSession.login("en"), tom), app[0].code(0));
        var before = links(tom);
        try (var browserSession = door.visit()) {
            browserSession.recover(tom.email());
            var code = browserSession.follow(door.letters(), tom.email(), before);
            assertThat(code.formWith("password-new")).isEmpty();
            var password = browserSession.submit(code, "otp", Map.of("otp", app[0].code(1)));
            assertThat(password.formWith("password-new")).isPresent();
        }
    }

    @Test
    void aPasskeySignsInWithoutAPassword() {
        var mia = door.member("mia");
        var site = URI.create(door.keycloak().url());
        var passkey = new Passkey(site);
        String handle;
        try (var browserSession = door.visit()) {
            var page = browserSession.signIn(browserSession.loginFor("webauthn-register-passwordless"), mia);
            handle = inScript(page, "userid");
            var done = browserSession.submit(page, "attestationObject", passkey.enrolment(inScript(page, "challenge")));
            assertThat(browserSession.tokens(done).accessToken()).isNotBlank();
        }
        try (var browserSession = door.visit()) {
            var login = browserSession.login("en");
            assertThat(login.html()).contains("passkeysConditionalAuth.js");
            var done = browserSession.submit(
                    login, "credentialId", passkey.assertion(inScript(login, "challenge"), handle));
            assertThat(browserSession.tokens(done).accessToken()).isNotBlank();
        }
        try (var browserSession = door.visit()) {
            var login = browserSession.login("en");
            var forged = new Passkey(site).assertion(inScript(login, "challenge"), handle);
            assertThat(browserSession.submit(login, "credentialId", forged).redirect())
                    .isEmpty();
        }
    }

    @Test
    void aPhoneMustProveThatItAsked() {
        var phone = BrowserSignIn.forMobileClient(door.keycloak().issuerUri());
        var whole = phone.authorization(PkceChallenge.fresh(), Map.of()).toString();
        try (var browser = new HttpBrowser()) {
            assertThat(phone.redirect()).hasScheme("atelier");
            for (var weak : new String[] {
                whole.replaceAll("&code_challenge[^&]*", ""),
                whole.replaceAll("code_challenge_method=S256", "code_challenge_method=plain")
            }) {
                assertThat(browser.get(URI.create(weak))
                                .redirect()
                                .orElseThrow()
                                .toString())
                        .startsWith("atelier://signed-in?error=invalid_request");
            }
        }
    }

    private static void asksForTheCode(Function<BrowserSession, HtmlPage> way, String code) {
        try (var browserSession = door.visit()) {
            var page = way.apply(browserSession);
            assertThat(page.redirect()).isEmpty();
            var done = browserSession.submit(page, "otp", Map.of("otp", code));
            assertThat(browserSession.tokens(done).accessToken()).isNotBlank();
        }
    }

    private static Map<String, String> fields(NewUser newUser) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("firstName", newUser.firstName());
        fields.put("lastName", newUser.lastName());
        fields.put("email", newUser.email());
        fields.put("businessUse", "on");
        return fields;
    }

    private static Map<String, String> chosen(String password) {
        return Map.of("password-new", password, "password-confirm", password);
    }

    private static int links(NewUser newUser) {
        return (int) door.letters().textsTo(newUser.email()).stream()
                .filter(text -> text.contains("/login-actions/action-token"))
                .count();
    }

    /** Returns the page without the values that differ per request. */
    private static String shape(HtmlPage page, String email) {
        return page.html()
                .replace(email, "ADDRESS")
                .replaceAll("(session_code|tab_id|client_data|execution|auth_session_id|state)=[^\"&]*", "$1")
                .replaceAll("checkAuthSession\\(\\s*\"[^\"]*\"", "checkAuthSession")
                .replaceAll("challenge : \"[^\"]*\"", "challenge");
    }

    private static String inScript(HtmlPage page, String name) {
        var found = Pattern.compile(name + "\\s*: \"([^\"]+)\"").matcher(page.html());
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }

    private static Duration refused(String email) {
        try (var browserSession = door.visit()) {
            var login = browserSession.login("en");
            return lasts(() -> browserSession.submit(
                    login, "username", Map.of("username", email, "password", "not-the-right-one")));
        }
    }

    private static Duration registered(NewUser newUser) {
        try (var browserSession = door.visit()) {
            var page = browserSession.registration("en");
            return lasts(() -> browserSession.submit(page, "email", fields(newUser)));
        }
    }

    private static Duration lasts(Runnable work) {
        var start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
