package dev.atelier.backing.keycloak;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** The claims of a token, read without a JSON library. */
record AccessTokenClaims(String raw) {

    static AccessTokenClaims of(String token) {
        return new AccessTokenClaims(
                new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    String text(String name) {
        return find(name, "\"([^\"]*)\"");
    }

    long number(String name) {
        return Long.parseLong(find(name, "(\\d+)"));
    }

    List<String> list(String name) {
        return List.of(find(name, "(\\[[^]]*]|\"[^\"]*\")")
                .replaceAll("[\\[\\]\"]", "")
                .split(","));
    }

    private String find(String name, String value) {
        var found = Pattern.compile("\"" + name + "\":" + value).matcher(raw);
        if (!found.find()) {
            throw new AssertionError("no " + name + " in " + raw);
        }
        return found.group(1);
    }
}
