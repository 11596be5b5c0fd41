package dev.atelier.workspace.integration;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.responsibility.ActsForMemberStore;
import dev.atelier.kit.responsibility.ResponsibilityItem;
import dev.atelier.kit.responsibility.Suspension;
import org.springframework.stereotype.Component;

/** Integrations act for the member who is responsible for them. */
@Component
class IntegrationResponsibility implements ActsForMemberStore<Integration> {
    private final IntegrationService integrationService;

    IntegrationResponsibility(IntegrationService integrationService) {
        this.integrationService = integrationService;
    }

    @Override
    public Class<Integration> type() {
        return Integration.class;
    }

    @Override
    public ResponsibilityItem toItem(Integration integration) {
        return ResponsibilityItem.of("integration", integration.id(), integration.name(), integration.suspension());
    }

    @Override
    public void suspend(Integration integration, Suspension suspension) {
        integrationService.store(integration.suspend(suspension));
    }

    @Override
    public void restore(Integration integration) {
        integrationService.store(integration.resume());
    }

    @Override
    public void assign(Integration integration, UserId to) {
        integrationService.store(integration.assign(to));
    }
}
