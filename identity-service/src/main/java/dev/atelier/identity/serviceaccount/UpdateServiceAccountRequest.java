package dev.atelier.identity.serviceaccount;

import dev.atelier.identity.serviceaccount.ServiceAccount.ServiceAccountDetails;
import dev.atelier.kit.scope.ApiScope;
import dev.atelier.kit.web.PartialUpdate;
import dev.atelier.kit.web.validation.OneLine;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a service account; null fields stay as they are.
 *
 * @param scopes all that it may do from now on, 1 at least
 */
@PartialUpdate
record UpdateServiceAccountRequest(
        @Nullable @Size(min = 1, max = 120) @Pattern(regexp = ".*\\S.*", message = "must not be blank") @OneLine
        String name,

        @Nullable @Size(min = 1) Set<ApiScope> scopes,
        @Nullable Instant expiresAt) {
    ServiceAccountDetails on(ServiceAccountDetails before) {
        return new ServiceAccountDetails(
                Objects.requireNonNullElse(name, before.name()),
                Objects.requireNonNullElse(scopes, before.scopes()),
                Objects.requireNonNullElse(expiresAt, before.expires()));
    }

    /** The names of the fields that differ. */
    Set<String> fields(ServiceAccountDetails before) {
        var fields = new TreeSet<String>();
        var after = on(before);
        if (!after.name().equals(before.name())) {
            fields.add("name");
        }
        if (!after.scopes().equals(before.scopes())) {
            fields.add("scopes");
        }
        if (!after.expires().equals(before.expires())) {
            fields.add("expires");
        }
        return fields;
    }
}
