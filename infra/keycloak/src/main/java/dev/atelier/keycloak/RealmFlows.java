package dev.atelier.keycloak;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/**
 * Creates the authentication flows of registration and recovery. They are created in code, because a realm file with
 * flows must repeat all of Keycloak's.
 */
final class RealmFlows {
    /** Must be incremented when the flows below change. */
    static final int VERSION = 1;

    private static final String PAGES = "basic-flow";
    private static final String FORM = "form-flow";

    private RealmFlows() {}

    /** Creates missing flows and binds them to the realm. */
    static void bind(RealmModel realm) {
        realm.setRegistrationFlow(existing(realm, "atelier registration " + VERSION, RealmFlows::registration));
        realm.setResetCredentialsFlow(existing(realm, "atelier recovery " + VERSION, RealmFlows::recovery));
    }

    private static AuthenticationFlowModel existing(RealmModel realm, String alias, FlowFactory flowFactory) {
        var flow = realm.getFlowByAlias(alias);
        return flow == null ? flowFactory.make(realm, alias) : flow;
    }

    /** Shows the form, then the page that asks to verify the address. */
    private static AuthenticationFlowModel registration(RealmModel realm, String alias) {
        var flow = flow(realm, alias, PAGES, true);
        var form = flow(realm, alias + " form", FORM, false);
        step(realm, flow, 10, "registration-page-form", form);
        step(realm, form, 10, RegistrationFormActionFactory.ID, null);
        step(realm, flow, 20, EmailVerificationAuthenticatorFactory.ID, null);
        return flow;
    }

    /**
     * Asks for the address, sends the mail, asks for the second factor if the user has one, and sets a new password.
     */
    private static AuthenticationFlowModel recovery(RealmModel realm, String alias) {
        var flow = flow(realm, alias, PAGES, true);
        step(realm, flow, 10, "reset-credentials-choose-user", null);
        step(realm, flow, 20, ResetCredentialMailAuthenticator.ID, null);
        var second = flow(realm, alias + " second factor", PAGES, false);
        step(realm, flow, 30, null, second, Requirement.CONDITIONAL);
        step(realm, second, 10, "conditional-user-configured", null);
        step(realm, second, 20, "auth-otp-form", null);
        step(realm, flow, 40, "reset-password", null);
        return flow;
    }

    private static AuthenticationFlowModel flow(RealmModel realm, String alias, String kind, boolean top) {
        var flow = new AuthenticationFlowModel();
        flow.setAlias(alias);
        flow.setProviderId(kind);
        flow.setTopLevel(top);
        flow.setBuiltIn(false);
        return realm.addAuthenticationFlow(flow);
    }

    private static void step(
            RealmModel realm,
            AuthenticationFlowModel in,
            int place,
            @Nullable String authenticator,
            @Nullable AuthenticationFlowModel sub) {
        step(realm, in, place, authenticator, sub, Requirement.REQUIRED);
    }

    private static void step(
            RealmModel realm,
            AuthenticationFlowModel in,
            int place,
            @Nullable String authenticator,
            @Nullable AuthenticationFlowModel sub,
            Requirement requirement) {
        var step = new AuthenticationExecutionModel();
        step.setParentFlow(in.getId());
        step.setPriority(place);
        step.setRequirement(requirement);
        step.setAuthenticator(authenticator);
        step.setAuthenticatorFlow(sub != null);
        step.setFlowId(sub == null ? null : sub.getId());
        realm.addAuthenticatorExecution(step);
    }

    private interface FlowFactory {
        AuthenticationFlowModel make(RealmModel realm, String alias);
    }
}
