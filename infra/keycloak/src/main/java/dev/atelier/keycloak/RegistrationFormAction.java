package dev.atelier.keycloak;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.FormAction;
import org.keycloak.authentication.FormContext;
import org.keycloak.authentication.ValidationContext;
import org.keycloak.events.Errors;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.validation.Validation;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;

/**
 * Handles the registration page. An address that already has an account is not a form error and is not shown: the next
 * page ({@link EmailVerificationAuthenticator}) is the same, and its mail informs the owner of the address.
 */
final class RegistrationFormAction implements FormAction {
    private static final List<String> FIELDS = List.of(UserModel.FIRST_NAME, UserModel.LAST_NAME, UserModel.EMAIL);
    private static final String PROFILE = "atelier.registration";

    @Override
    public void buildPage(FormContext context, LoginFormsProvider form) {
        form.setAttribute("businessUseVersion", BusinessUseConfirmation.VERSION);
    }

    @Override
    public void validate(ValidationContext context) {
        var fields = context.getHttpRequest().getDecodedFormParameters();
        var errors = new ArrayList<FormMessage>(wrongFields(profile(context)));
        if (!fields.containsKey(BusinessUseConfirmation.FIELD)) {
            errors.add(new FormMessage(BusinessUseConfirmation.FIELD, "businessUseMissing"));
        }
        if (errors.isEmpty()) {
            context.success();
        } else {
            context.error(Errors.INVALID_REGISTRATION);
            context.validationError(fields, errors);
        }
    }

    /** Nobody is signed in by this: the address must be verified first. */
    @Override
    public void success(FormContext context) {
        var profile = profile(context);
        var email = profile.getAttributes().getFirst(UserModel.EMAIL);
        var known = context.getSession().users().getUserByEmail(context.getRealm(), email);
        var newcomer = known == null
                ? UnverifiedAccount.create(context, profile)
                : UnverifiedAccount.updateIfUnverified(known, profile.getAttributes());
        EmailVerificationAuthenticator.expect(context.getAuthenticationSession(), email, newcomer);
        context.getEvent().detail("register_method", "form");
        if (newcomer == null) {
            context.getEvent().clone().detail("email", email).error(Errors.EMAIL_IN_USE);
        } else if (known == null) {
            context.getEvent().clone().user(newcomer).detail("email", email).success();
        }
    }

    private static List<FormMessage> wrongFields(UserProfile profile) {
        try {
            profile.validate();
            return List.of();
        } catch (ValidationException e) {
            return Validation.getFormErrorsFromValidation(e.getErrors()).stream()
                    .filter(error -> !error.getMessage().equals(Messages.EMAIL_EXISTS)
                            && !error.getMessage().equals(Messages.USERNAME_EXISTS))
                    .toList();
        }
    }

    private static UserProfile profile(FormContext context) {
        var session = context.getSession();
        var profile = session.getAttribute(PROFILE, UserProfile.class);
        if (profile == null) {
            MultivaluedMap<String, @Nullable String> own = new MultivaluedHashMap<>();
            var sent = context.getHttpRequest().getDecodedFormParameters();
            FIELDS.forEach(field -> own.putSingle(field, sent.getFirst(field)));
            profile = session.getProvider(UserProfileProvider.class).create(UserProfileContext.REGISTRATION, own);
            session.setAttribute(PROFILE, profile);
        }
        return profile;
    }

    @Override
    public boolean requiresUser() {
        return false;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        // None: they were set when the user was created.
    }

    @Override
    public void close() {
        // Nothing to close.
    }
}
