package dev.atelier.identity.account;

/** What an address looks like that somebody signs in with and is written to. */
public final class EmailAddress {
    /** In ASCII, with a domain of two parts at least. Source: RFC 5321, section 4.1.2, without its quoted strings and literals. */
    public static final String PATTERN = "[!-?A-~]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+";

    /** What is said of another one. */
    public static final String WISHED = "must be in ASCII, with a domain such as example.org";

    private EmailAddress() {}
}
