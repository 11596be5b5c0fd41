package dev.atelier.backing.signin;

import java.util.Map;

/** A browser session at Keycloak's pages, for the web client. */
record BrowserSession(HttpBrowser browser, BrowserSignIn client, PkceChallenge pkce) implements AutoCloseable {
    static BrowserSession with(BrowserSignIn client) {
        return new BrowserSession(new HttpBrowser(), client, PkceChallenge.fresh());
    }

    HtmlPage login(String language) {
        return browser.get(client.authorization(pkce, Map.of("ui_locales", language)));
    }

    /** The login page; what follows signing in is that action, {@code CONFIGURE_TOTP} for instance. */
    HtmlPage loginFor(String action) {
        return browser.get(client.authorization(pkce, Map.of("kc_action", action)));
    }

    HtmlPage registration(String language) {
        return browser.get(login(language).linkTo("login-actions/registration").orElseThrow());
    }

    /** Returns the message of the page after the registration form. */
    HtmlPage register(String language, Map<String, String> fields) {
        return BrowserSignIn.submit(browser, registration(language), "email", fields);
    }

    HtmlPage recover(String email) {
        var page = browser.get(
                login("en").linkTo("login-actions/reset-credentials").orElseThrow());
        return BrowserSignIn.submit(browser, page, "username", Map.of("username", email));
    }

    HtmlPage signIn(HtmlPage login, NewUser newUser) {
        return submit(login, "username", Map.of("username", newUser.email(), "password", newUser.password()));
    }

    HtmlPage submit(HtmlPage page, String field, Map<String, String> fields) {
        return BrowserSignIn.submit(browser, page, field, fields);
    }

    HtmlPage follow(MailboxReader mailboxReader, String email, int before) {
        return browser.get(BrowserSignIn.awaitLink(mailboxReader, email, before));
    }

    OAuthTokens tokens(HtmlPage last) {
        return client.redeem(browser, last, pkce);
    }

    @Override
    public void close() {
        browser.close();
    }
}
