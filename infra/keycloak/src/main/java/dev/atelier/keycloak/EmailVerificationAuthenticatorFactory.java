package dev.atelier.keycloak;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** Registers {@link EmailVerificationAuthenticator} in Keycloak. */
public final class EmailVerificationAuthenticatorFactory implements AuthenticatorFactory {
    static final String ID = "atelier-address-proof";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "Atelier: proof of the address";
    }

    @Override
    public String getHelpText() {
        return "Writes to the address that was registered and waits for the link in the mail.";
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new EmailVerificationAuthenticator();
    }

    @Override
    public String getReferenceCategory() {
        return "registration";
    }

    @Override
    public boolean isConfigurable() {
        return false;
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED};
    }

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public void init(Config.Scope config) {
        // Has no settings.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Needs no preparation.
    }

    @Override
    public void close() {
        // Nothing to close.
    }
}
