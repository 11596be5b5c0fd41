package dev.atelier.identity.account;

/**
 * What a name of a person may be: some letter, no signs of program text, nothing that cannot be seen, and no mark that turns the direction of
 * writing; joiners between letters may stand, which some scripts need. Keycloak's user profile has the same pattern.
 * Source: Unicode Standard Annex 9, section 2; Unicode Technical Standard 39, section 3.1.
 */
public final class PersonName {
    /** As a regular expression. */
    public static final String PATTERN =
            "(?=.*\\p{L})[^<>&\"$%!#?§;*~/\\\\|^=\\[\\]{}()\\p{Cc}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}\\u00AD\\u061C\\u115F\\u1160\\u180E\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\u3164\\uFEFF\\uFFA0\\uFFF9-\\uFFFB]+";

    /** What somebody is told who gave another one. */
    public static final String WISHED =
            "must have a letter, and no invisible or control characters nor any of < > & \" $ % ! # ? § ; * ~ / \\ | ^ = [ ] { } ( )";

    private PersonName() {}
}
