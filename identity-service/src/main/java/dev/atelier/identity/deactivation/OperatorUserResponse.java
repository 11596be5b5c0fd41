package dev.atelier.identity.deactivation;

import dev.atelier.events.UserStatus;
import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.Account;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An account, as operators see it.
 *
 * @param recovering whether a recovery of the account is under way
 * @param signInState whether Keycloak admits the person's sign-in
 */
record OperatorUserResponse(
        UserId id,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        boolean activated,
        boolean deactivated,
        boolean recovering,
        UserStatus status,

        @Schema(description = "DISABLING and ENABLING: Keycloak has not confirmed yet; the request is retried")
        SignInState signInState) {

    /** State of the user in Keycloak. */
    enum SignInState {
        ENABLED,
        DISABLING,
        DISABLED,
        ENABLING
    }

    static OperatorUserResponse of(Account account) {
        var person = account.particulars();
        return new OperatorUserResponse(
                account.id(),
                person.firstName(),
                person.lastName(),
                person.email(),
                person.emailVerified(),
                account.deactivated(),
                account.inRecovery(),
                account.status(),
                signInOf(account));
    }

    private static SignInState signInOf(Account account) {
        if (account.mustBeDisabledInDirectory()) {
            return account.syncTask() == null ? SignInState.DISABLED : SignInState.DISABLING;
        }
        return account.syncTask() == null ? SignInState.ENABLED : SignInState.ENABLING;
    }
}
