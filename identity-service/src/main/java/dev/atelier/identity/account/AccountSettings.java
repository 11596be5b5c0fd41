package dev.atelier.identity.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Preferences of a new account.
 *
 * @param locale used where Keycloak has no supported language of the person: {@code en} or {@code fr}
 * @param timeZone a zone of the IANA database
 */
@ConfigurationProperties("atelier.account")
public record AccountSettings(
        @DefaultValue("en") String locale,
        @DefaultValue("UTC") String timeZone) {
    public AccountSettings {
        if (!UserPreferences.supportsLocale(locale)) {
            throw new IllegalArgumentException("atelier.account.locale must be one of " + UserPreferences.LOCALES);
        }
        if (!UserPreferences.supportsTimeZone(timeZone)) {
            throw new IllegalArgumentException("atelier.account.time-zone must be a zone of the IANA database");
        }
    }

    UserPreferences preferencesOf(DirectoryUser directoryUser) {
        var own = directoryUser.locale();
        return new UserPreferences(own != null && UserPreferences.supportsLocale(own) ? own : locale, timeZone);
    }
}
