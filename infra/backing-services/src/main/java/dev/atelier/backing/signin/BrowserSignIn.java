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
 * Registers people and signs them in by walking through Keycloak's pages (authorization code with PKCE), as there is no direct
 * password grant. Each call is a browser of its own.
 *
 * @param issuer the realm's address
 * @param redirect where the client lets Keycloak return to; nobody needs to listen there
 */
public record BrowserSignIn(URI issuer, String clientId, URI redirect) {
    private static final Duration MAIL_LIMIT = Duration.ofSeconds(30);
    /** In the mail to an address that has an account, and in no other. */
    private static final String WAY_BACK_IN = "/login-actions/reset-credentials";

    private static final Pattern LINK = Pattern.compile("https?://\\S+/login-actions/action-token\\S+");

    /** With the web client, which returns to the address people reach Atelier at. */
    public static BrowserSignIn onTheWeb(String issuerUri, String publicUrl) {
        return new BrowserSignIn(URI.create(issuerUri), "atelier-web", URI.create(publicUrl + "/signed-in"));
    }

    /** With the command line's client, which returns to the machine it runs on. Source: RFC 8252, section 7.3. */
    public static BrowserSignIn atTheCommandLine(String issuerUri) {
        return new BrowserSignIn(
                URI.create(issuerUri), "atelier-command-line", URI.create("http://127.0.0.1:1/signed-in"));
    }

    /** With the mobile client, which returns to the app by its own scheme. */
    public static BrowserSignIn onAPhone(String issuerUri) {
        return new BrowserSignIn(URI.create(issuerUri), "atelier-mobile", URI.create("atelier://signed-in"));
    }

    /**
     * Fills in the registration form, confirms business use, follows the link in the verification mail, chooses the password and comes back signed in. Throws
     * {@link SignInFailed} with the page's complaint when something is refused, and where the address has an account: the pages say nothing
     * of it, but the mail does.
     */
    public OAuthTokens register(NewUser newUser, MailboxReader mailboxReader) {
        var pkceChallenge = PkceChallenge.fresh();
        try (var browser = new HttpBrowser()) {
            var before = links(mailboxReader, newUser.email()).size();
            var known = knownBefore(mailboxReader, newUser.email());
            var login = browser.get(authorization(pkceChallenge));
            var registration = browser.get(login.linkTo("login-actions/registration")
                    .orElseThrow(() -> unexpected("the login page has no way to register", login)));
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

    /** Fills in the login form. Throws {@link SignInFailed} with the page's complaint when the door stays closed. */
    public OAuthTokens signIn(String email, String password) {
        var pkceChallenge = PkceChallenge.fresh();
        try (var browser = new HttpBrowser()) {
            var login = browser.get(authorization(pkceChallenge));
            var answer = submit(browser, login, "username", Map.of("username", email, "password", password));
            return redeem(browser, answer, pkceChallenge);
        }
    }

    /** How many mails with a link somebody has got. */
    public static int links(String email, MailboxReader mailboxReader) {
        return links(mailboxReader, email).size();
    }

    /**
     * Follows the link of a mail that lets somebody make a new password, the first after so many mails before it. Throws {@link
     * SignInFailed} with the page's complaint when something is refused.
     */
    public static void renew(NewUser newUser, MailboxReader mailboxReader, int before) {
        try (var browser = new HttpBrowser()) {
            var told = browser.get(awaitLink(mailboxReader, newUser.email(), before));
            var form = told.formWith("password-new").isPresent()
                    ? told
                    : browser.get(told.linkTo("login-actions/action-token")
                            .orElseThrow(() -> unexpected("the link leads nowhere", told)));
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

    /** Spends the refresh token. Throws {@link SignInFailed} when it was spent before or the session has ended. */
    public OAuthTokens refresh(OAuthTokens tokens) {
        try (var browser = new HttpBrowser()) {
            return tokens(browser, Map.of("grant_type", "refresh_token", "refresh_token", tokens.refreshToken()));
        }
    }

    /** Ends the session of the tokens at Keycloak, as an application does for who signs out. */
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

    /** Where signing in begins; {@code more} are further parameters, a language or an action for instance. */
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
            throw new SignInFailed("Keycloak gave no tokens: " + answer.status() + " " + answer.html());
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
        return mailboxReader.to(email).stream()
                .filter(text -> text.contains(WAY_BACK_IN))
                .count();
    }

    static URI awaitLink(MailboxReader mailboxReader, String email, int before) {
        return awaitLink(mailboxReader, email, before, () -> {});
    }

    /** {@code meanwhile} may throw for what has come instead. */
    private static URI awaitLink(MailboxReader mailboxReader, String email, int before, Runnable meanwhile) {
        var deadline = System.nanoTime() + MAIL_LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            var links = links(mailboxReader, email);
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

    private static List<String> links(MailboxReader mailboxReader, String email) {
        return mailboxReader.to(email).stream()
                .flatMap(text -> LINK.matcher(text).results().limit(1))
                .map(link -> link.group())
                .toList();
    }

    private static SignInFailed unexpected(String what, HtmlPage page) {
        return new SignInFailed("%s: %d %s, the page says: %s"
                .formatted(what, page.status(), page.address().getPath(), page.complaint()));
    }
}
