package dev.atelier.identity.account;

/**
 * Valid names of people: at least one letter, no characters of program text, no invisible characters, and no marks that
 * change the direction of writing. Joiners between letters are allowed, as some scripts need them. Keycloak's user
 * profile has the same pattern. Source: Unicode Standard Annex 9, section 2; Unicode Technical Standard 39, section
 * 3.1.
 */
public final class PersonName {
    /** Regular expression of a valid name. */
    public static final String PATTERN =
            "(?=.*\\p{L})[^<>&\"$%!#?§;*~/\\\\|^=\\[\\]{}()\\p{Cc}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}\\u00AD\\u061C\\u115F\\u1160\\u180E\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\u3164\\uFEFF\\uFFA0\\uFFF9-\\uFFFB]+";

    /** Message for an invalid name. */
    public static final String MESSAGE =
            "must have a letter, and no invisible or control characters nor any of < > & \" $ % ! # ? § ; * ~ / \\ | ^ = [ ] { } ( )";

    private PersonName() {}
}
