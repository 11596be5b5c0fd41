package dev.atelier.backing.signin;

import java.util.regex.Pattern;

/** The tokens of a session: the access token is valid for five minutes; the refresh token can be used once. */
public record OAuthTokens(String accessToken, String refreshToken) {

    static OAuthTokens read(String json) {
        return new OAuthTokens(value(json, "access_token"), value(json, "refresh_token"));
    }

    /** Tokens need no escaping in JSON. */
    static String value(String json, String name) {
        var found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
        if (!found.find()) {
            throw new SignInFailed("the response has no " + name);
        }
        return found.group(1);
    }

    /** Tokens stay out of logs. */
    @Override
    public String toString() {
        return "Tokens";
    }
}
