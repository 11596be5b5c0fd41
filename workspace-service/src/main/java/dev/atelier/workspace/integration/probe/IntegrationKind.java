package dev.atelier.workspace.integration.probe;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The supported systems, and how each is probed. */
public enum IntegrationKind {
    /** GitHub, or GitHub Enterprise at its API address. Source: GitHub REST API, "Get the authenticated user". */
    GITHUB("https://api.github.com", "/user", "login", "/repos/", "[A-Za-z0-9._-]+/[A-Za-z0-9._-]+"),

    /** GitLab. Source: GitLab REST API, "Retrieve the current user", "Retrieve a project". */
    GITLAB("https://gitlab.com", "/api/v4/user", "username", "/api/v4/projects/", "[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)+"),

    /** Forgejo and Gitea. Source: their API document, {@code /user} and {@code /repos/{owner}/{repo}}. */
    FORGEJO(null, "/api/v1/user", "login", "/api/v1/repos/", "[A-Za-z0-9._-]+/[A-Za-z0-9._-]+"),

    /** OpenProject. Source: its API v3, "View user" and "View project". */
    OPENPROJECT(null, "/api/v3/users/me", "login", "/api/v3/projects/", "[a-z0-9_-]+"),

    /**
     * Any other system that accepts a bearer token: its address must answer with success; references are not checked.
     */
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

    /** Returns the public address; null if there is no public installation. */
    public @Nullable String usualAddress() {
        return usualAddress;
    }

    /** Returns whether a repository or project can have this name. */
    public boolean acceptsReference(String text) {
        return reference.matcher(text).matches() && !text.contains("..");
    }

    /** Returns the path of the secret's account, below the address. */
    String accountPath() {
        return account;
    }

    /** Returns the response field with the account's name; null if there is none. */
    @Nullable String accountName() {
        return accountName;
    }

    /** Returns the path of a repository or project, below the address; null if it cannot be checked. */
    @Nullable String path(String text) {
        if (references == null) {
            return null;
        }
        return references + (this == GITLAB ? URLEncoder.encode(text, StandardCharsets.UTF_8) : text);
    }

    /** Returns the name of the header for the secret. */
    String header() {
        return this == GITLAB ? "PRIVATE-TOKEN" : "Authorization";
    }

    /** Returns the value of that header. */
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
