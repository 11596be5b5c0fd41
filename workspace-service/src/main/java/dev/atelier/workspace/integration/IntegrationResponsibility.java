package dev.atelier.workspace.integration;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.responsibility.ActsForMemberStore;
import dev.atelier.kit.responsibility.ResponsibilityItem;
import dev.atelier.kit.responsibility.Suspension;
import org.springframework.stereotype.Component;

/** Connected systems act for whoever connected them. */
@Component
class IntegrationResponsibility implements ActsForMemberStore<Integration> {
    private final Integrations integrations;

    IntegrationResponsibility(Integrations integrations) {
        this.integrations = integrations;
    }

    @Override
    public Class<Integration> type() {
        return Integration.class;
    }

    @Override
    public ResponsibilityItem item(Integration integration) {
        return ResponsibilityItem.of("integration", integration.id(), integration.name(), integration.suspension());
    }

    @Override
    public void suspend(Integration integration, Suspension suspension) {
        integrations.store(integration.suspend(suspension));
    }

    @Override
    public void giveBack(Integration integration) {
        integrations.store(integration.giveBack());
    }

    @Override
    public void assign(Integration integration, UserId to) {
        integrations.store(integration.assign(to));
    }
}
