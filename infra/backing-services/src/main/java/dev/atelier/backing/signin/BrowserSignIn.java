package dev.atelier.backing.signin;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Registers users and signs them in through Keycloak's pages (authorization code with PKCE), because there is no direct
 * password grant. Each call uses a new browser without cookies.
 *
 * @param issuer the address of the realm
 * @param redirect redirect URI of the client; no server needs to listen there
 */
public record BrowserSignIn(URI issuer, String clientId, URI redirect) {
    private static final Duration MAIL_LIMIT = Duration.ofSeconds(30);
    /** Text that only the mail to an address with an account contains. */
    private static final String WAY_BACK_IN = "/login-actions/reset-credentials";

    private static final Pattern LINK = Pattern.compile("https?://\\S+/login-actions/action-token\\S+");

    /** Uses the web client, which redirects to the public address of Atelier. */
    public static BrowserSignIn forWebClient(String issuerUri, String publicUrl) {
        return new BrowserSignIn(URI.create(issuerUri), "atelier-web", URI.create(publicUrl + "/signed-in"));
    }

    /** Uses the command line client, which redirects to the loopback address. Source: RFC 8252, section 7.3. */
    public static BrowserSignIn forCommandLine(String issuerUri) {
        return new BrowserSignIn(
                URI.create(issuerUri), "atelier-command-line", URI.create("http://127.0.0.1:1/signed-in"));
    }

    /** Uses the mobile client, which redirects to the app's own URI scheme. */
    public static BrowserSignIn forMobileClient(String issuerUri) {
        return new BrowserSignIn(URI.create(issuerUri), "atelier-mobile", URI.create("atelier://signed-in"));
    }

    /**
     * Fills in the registration form, confirms business use, follows the link in the verification mail, chooses the
     * password and
     * returns the tokens. Throws {@link SignInFailed} with the page's message if something is refused, and if the
     * address has an
     * account, which only the mail says.
     */
    public OAuthTokens register(NewUser newUser, MailboxReader mailboxReader) {
        var pkceChallenge = PkceChallenge.fresh();
        try (var browser = new HttpBrowser()) {
            var before = countLinkMails(mailboxReader, newUser.email()).size();
            var known = knownBefore(mailboxReader, newUser.email());
            var login = browser.get(authorization(pkceChallenge));
            var registration = browser.get(login.linkTo("login-actions/registration")
                    .orElseThrow(() -> unexpected("the login page has no link to register", login)));
            var sent = submit(
                    browser,
                    registration,
                    "email",
                    Map.of(
                            "firstName", newUser.firstName(),
                            "lastName", newUser.lastName(),
                            "email", newUser.email(),
                            "businessUse", "on"));
            if (sent.formWith("email").isPresent()) {
                throw unexpected("the registration was refused", sent);
            }
            var link = awaitLink(mailboxReader, newUser.email(), before, () -> {
                if (knownBefore(mailboxReader, newUser.email()) > known) {
                    throw new SignInFailed(
                            newUser.email() + " has an account already: sign in with it, or choose a new password"
                                    + " with the link of the mail that just came");
                }
            });
            var verified = browser.get(link);
            var answer = submit(
                    browser,
                    verified,
                    "password-new",
                    Map.of("password-new", newUser.password(), "password-confirm", newUser.password()));
            return redeem(browser, answer, pkceChallenge);
        }
    }

    /** Fills in the login form. Throws {@link SignInFailed} with the page's message if the sign-in is refused. */
    public OAuthTokens signIn(String email, String password) {
        var pkceChallenge = PkceChallenge.fresh();
        try (var browser = new HttpBrowser()) {
            var login = browser.get(authorization(pkceChallenge));
            var answer = submit(browser, login, "username", Map.of("username", email, "password", password));
            return redeem(browser, answer, pkceChallenge);
        }
    }

    /** Returns the number of mails with a link in a mailbox. */
    public static int countLinkMails(String email, MailboxReader mailboxReader) {
        return countLinkMails(mailboxReader, email).size();
    }

    /**
     * Sets a new password with the link of the first mail after {@code before} mails with a link. Throws {@link
     * SignInFailed}
     * with the page's message if something is refused.
     */
    public static void resetPassword(NewUser newUser, MailboxReader mailboxReader, int before) {
        try (var browser = new HttpBrowser()) {
            var told = browser.get(awaitLink(mailboxReader, newUser.email(), before));
            var form = told.formWith("password-new").isPresent()
                    ? told
                    : browser.get(told.linkTo("login-actions/action-token")
                            .orElseThrow(() -> unexpected("the link does not lead to a form", told)));
            var done = submit(
                    browser,
                    form,
                    "password-new",
                    Map.of("password-new", newUser.password(), "password-confirm", newUser.password()));
            if (done.formWith("password-new").isPresent()) {
                throw unexpected("the new password was refused", done);
            }
        }
    }

    /** Exchanges the refresh token. Throws {@link SignInFailed} if it was used before or the session has ended. */
    public OAuthTokens refresh(OAuthTokens tokens) {
        try (var browser = new HttpBrowser()) {
            return tokens(browser, Map.of("grant_type", "refresh_token", "refresh_token", tokens.refreshToken()));
        }
    }

    /** Ends the session of the tokens in Keycloak, as an application does at sign-out. */
    public void signOut(OAuthTokens tokens) {
        try (var browser = new HttpBrowser()) {
            var answer = browser.post(
                    endpoint("logout"), Map.of("client_id", clientId, "refresh_token", tokens.refreshToken()));
            if (answer.status() != 204) {
                throw unexpected("Keycloak did not end the session", answer);
            }
        }
    }

    private URI authorization(PkceChallenge pkceChallenge) {
        return authorization(pkceChallenge, Map.of());
    }

    /** Returns the authorization URL; {@code more} are additional parameters, for example a language or an action. */
    URI authorization(PkceChallenge pkceChallenge, Map<String, String> more) {
        var query = new LinkedHashMap<String, String>(more);
        query.put("client_id", clientId);
        query.put("response_type", "code");
        query.put("scope", "openid");
        query.put("redirect_uri", redirect.toString());
        query.put("state", PkceChallenge.random());
        query.put("code_challenge", pkceChallenge.challenge());
        query.put("code_challenge_method", "S256");
        return endpoint("auth?" + HttpBrowser.encoded(query));
    }

    private URI endpoint(String name) {
        return URI.create(issuer + "/protocol/openid-connect/" + name);
    }

    static HtmlPage submit(HttpBrowser browser, HtmlPage page, String field, Map<String, String> fields) {
        var form = page.formWith(field).orElseThrow(() -> unexpected("there is no form with " + field, page));
        var all = new HashMap<>(form.hidden());
        all.putAll(fields);
        return browser.post(form.action(), all);
    }

    OAuthTokens redeem(HttpBrowser browser, HtmlPage answer, PkceChallenge pkceChallenge) {
        var code = answer.redirect()
                .flatMap(BrowserSignIn::code)
                .orElseThrow(() -> unexpected("Keycloak did not return with a code", answer));
        return tokens(
                browser,
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        redirect.toString(),
                        "code_verifier",
                        pkceChallenge.verifier()));
    }

    private OAuthTokens tokens(HttpBrowser browser, Map<String, String> grant) {
        var fields = new HashMap<>(grant);
        fields.put("client_id", clientId);
        var answer = browser.post(endpoint("token"), fields);
        if (answer.status() != 200) {
            throw new SignInFailed("Keycloak returned no tokens: " + answer.status() + " " + answer.html());
        }
        return OAuthTokens.read(answer.html());
    }

    private static Optional<String> code(URI returned) {
        return Arrays.stream(String.valueOf(returned.getRawQuery()).split("&"))
                .filter(parameter -> parameter.startsWith("code="))
                .map(parameter -> URLDecoder.decode(parameter.substring(5), StandardCharsets.UTF_8))
                .findFirst();
    }

    private static long knownBefore(MailboxReader mailboxReader, String email) {
        return mailboxReader.textsTo(email).stream()
                .filter(text -> text.contains(WAY_BACK_IN))
                .count();
    }

    static URI awaitLink(MailboxReader mailboxReader, String email, int before) {
        return awaitLink(mailboxReader, email, before, () -> {});
    }

    /** Waits for the mail; {@code meanwhile} may throw if another mail arrived instead. */
    private static URI awaitLink(MailboxReader mailboxReader, String email, int before, Runnable meanwhile) {
        var deadline = System.nanoTime() + MAIL_LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            var links = countLinkMails(mailboxReader, email);
            if (links.size() > before) {
                return URI.create(links.getLast());
            }
            meanwhile.run();
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SignInFailed("interrupted", e);
            }
        }
        throw new SignInFailed("no mail with a verification link came within " + MAIL_LIMIT.toSeconds() + " s");
    }

    private static List<String> countLinkMails(MailboxReader mailboxReader, String email) {
        return mailboxReader.textsTo(email).stream()
                .flatMap(text -> LINK.matcher(text).results().limit(1))
                .map(link -> link.group())
                .toList();
    }

    private static SignInFailed unexpected(String what, HtmlPage page) {
        return new SignInFailed("%s: %d %s, the page says: %s"
                .formatted(what, page.status(), page.address().getPath(), page.errorMessage()));
    }
}
