package dev.atelier.backing.signin;

import java.util.Map;

/** One browser at Keycloak's pages, on its way back to the web client. */
record Visit(Browser browser, SignIn client, Pkce pkce) implements AutoCloseable {
    static Visit with(SignIn client) {
        return new Visit(new Browser(), client, Pkce.fresh());
    }

    Page login(String language) {
        return browser.get(client.authorization(pkce, Map.of("ui_locales", language)));
    }

    /** The login page; what follows signing in is that action, {@code CONFIGURE_TOTP} for instance. */
    Page loginFor(String action) {
        return browser.get(client.authorization(pkce, Map.of("kc_action", action)));
    }

    Page registration(String language) {
        return browser.get(login(language).linkTo("login-actions/registration").orElseThrow());
    }

    /** What the page says after the registration form. */
    Page register(String language, Map<String, String> fields) {
        return SignIn.submit(browser, registration(language), "email", fields);
    }

    Page recover(String email) {
        var page = browser.get(
                login("en").linkTo("login-actions/reset-credentials").orElseThrow());
        return SignIn.submit(browser, page, "username", Map.of("username", email));
    }

    Page signIn(Page login, Person person) {
        return submit(login, "username", Map.of("username", person.email(), "password", person.password()));
    }

    Page submit(Page page, String field, Map<String, String> fields) {
        return SignIn.submit(browser, page, field, fields);
    }

    Page follow(Letters letters, String email, int before) {
        return browser.get(SignIn.awaitLink(letters, email, before));
    }

    Tokens tokens(Page last) {
        return client.redeem(browser, last, pkce);
    }

    @Override
    public void close() {
        browser.close();
    }
}
