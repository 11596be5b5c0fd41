package dev.atelier.workspace.integration.probe;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The systems that can be connected, and how each is asked. */
public enum IntegrationKind {
    /** GitHub, or GitHub Enterprise at its API's address. Source: GitHub REST API, "Get the authenticated user". */
    GITHUB("https://api.github.com", "/user", "login", "/repos/", "[A-Za-z0-9._-]+/[A-Za-z0-9._-]+"),

    /** GitLab. Source: GitLab REST API, "Retrieve the current user", "Retrieve a project". */
    GITLAB("https://gitlab.com", "/api/v4/user", "username", "/api/v4/projects/", "[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)+"),

    /** Forgejo and Gitea. Source: their API's document, {@code /user} and {@code /repos/{owner}/{repo}}. */
    FORGEJO(null, "/api/v1/user", "login", "/api/v1/repos/", "[A-Za-z0-9._-]+/[A-Za-z0-9._-]+"),

    /** OpenProject. Source: its API v3, "View user" and "View project". */
    OPENPROJECT(null, "/api/v3/users/me", "login", "/api/v3/projects/", "[a-z0-9_-]+"),

    /** Anything else that takes a bearer token: it must answer its own address with success; references are not looked up. */
    OTHER(null, "", null, null, "[^\\p{Cntrl}]+");

    private final @Nullable String usualAddress;
    private final String account;
    private final @Nullable String accountName;
    private final @Nullable String references;
    private final Pattern reference;

    IntegrationKind(
            @Nullable String usualAddress,
            String account,
            @Nullable String accountName,
            @Nullable String references,
            String reference) {
        this.usualAddress = usualAddress;
        this.account = account;
        this.accountName = accountName;
        this.references = references;
        this.reference = Pattern.compile(reference);
    }

    /** Where it is unless somebody runs their own; null where everybody does. */
    public @Nullable String usualAddress() {
        return usualAddress;
    }

    /** Whether something in it can be called so. */
    public boolean names(String text) {
        return reference.matcher(text).matches() && !text.contains("..");
    }

    /** Below its address: whose secret it is. */
    String accountPath() {
        return account;
    }

    /** Of the answer: the account's name; null where none is told. */
    @Nullable String accountName() {
        return accountName;
    }

    /** Below its address: one thing that is referred to; null where it cannot be looked up. */
    @Nullable String path(String text) {
        if (references == null) {
            return null;
        }
        return references + (this == GITLAB ? URLEncoder.encode(text, StandardCharsets.UTF_8) : text);
    }

    /** The header that carries the secret. */
    String header() {
        return this == GITLAB ? "PRIVATE-TOKEN" : "Authorization";
    }

    /** What the header says. */
    String credential(String secret) {
        return switch (this) {
            case GITLAB -> secret;
            case FORGEJO -> "token " + secret;
            case OPENPROJECT ->
                "Basic " + Base64.getEncoder().encodeToString(("apikey:" + secret).getBytes(StandardCharsets.UTF_8));
            case GITHUB, OTHER -> "Bearer " + secret;
        };
    }
}
