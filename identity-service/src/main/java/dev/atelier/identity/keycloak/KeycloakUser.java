package dev.atelier.identity.keycloak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.DirectoryUser;
import dev.atelier.identity.account.PersonalDetails;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The needed fields of Keycloak's {@code UserRepresentation}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record KeycloakUser(
        UUID id,
        @Nullable String username,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        boolean emailVerified,
        boolean enabled,
        @Nullable Map<String, List<String>> attributes) {

    /** Whether it is the account of a service, not of a person. */
    boolean isService() {
        return username != null && username.startsWith("service-account-");
    }

    DirectoryUser toDirectoryUser() {
        var personalDetails = new PersonalDetails(firstName, lastName, email, emailVerified);
        return new DirectoryUser(new UserId(id), personalDetails, enabled, locale());
    }

    private @Nullable String locale() {
        return attributes == null
                ? null
                : attributes.getOrDefault("locale", List.of()).stream()
                        .findFirst()
                        .orElse(null);
    }
}
