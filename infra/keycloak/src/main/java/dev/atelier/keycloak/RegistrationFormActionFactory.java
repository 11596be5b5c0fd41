package dev.atelier.keycloak;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.FormAction;
import org.keycloak.authentication.FormActionFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** Registers {@link RegistrationFormAction} in Keycloak. */
public final class RegistrationFormActionFactory implements FormActionFactory {
    static final String ID = "atelier-registration";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "Atelier: registration";
    }

    @Override
    public String getHelpText() {
        return "Names, address and the confirmation of business use; does not say whether an address is known.";
    }

    @Override
    public FormAction create(KeycloakSession session) {
        return new RegistrationFormAction();
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
        factory.register(new RealmUpdater());
        factory.register(new MasterRealmConfigurer(System.getenv("ATELIER_KEYCLOAK_ADMIN_PASSWORD")));
    }

    @Override
    public void close() {
        // Nothing to close.
    }
}
