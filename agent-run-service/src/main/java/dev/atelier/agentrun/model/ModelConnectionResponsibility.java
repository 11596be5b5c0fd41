package dev.atelier.agentrun.model;

import dev.atelier.events.AgentRunEvent.ModelConnectionSuspended;
import dev.atelier.events.id.ModelConnectionId;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.kit.responsibility.ActsForMemberStore;
import dev.atelier.kit.responsibility.ResponsibilityItem;
import dev.atelier.kit.responsibility.Suspension;
import org.springframework.stereotype.Component;

/** Assigns and suspends model connections according to their responsible members. */
@Component
class ModelConnectionResponsibility implements ActsForMemberStore<ModelConnection> {
    private final ModelConnectionRepository modelConnectionRepository;
    private final Outbox outbox;

    ModelConnectionResponsibility(ModelConnectionRepository modelConnectionRepository, Outbox outbox) {
        this.modelConnectionRepository = modelConnectionRepository;
        this.outbox = outbox;
    }

    @Override
    public Class<ModelConnection> type() {
        return ModelConnection.class;
    }

    @Override
    public ResponsibilityItem toItem(ModelConnection connection) {
        return ResponsibilityItem.of("model-connection", connection.id(), connection.name(), connection.suspension());
    }

    @Override
    public void suspend(ModelConnection connection, Suspension suspension) {
        var suspended = modelConnectionRepository.save(connection.suspend(suspension));
        outbox.append(
                new ModelConnectionSuspended(
                        suspended.workspaceId(),
                        new ModelConnectionId(suspended.id().value()),
                        suspension.of(),
                        suspension.reason()),
                suspended.sequence());
    }

    @Override
    public void restore(ModelConnection connection) {
        modelConnectionRepository.save(connection.endSuspension());
    }

    @Override
    public void assign(ModelConnection connection, UserId to) {
        modelConnectionRepository.save(connection.assign(to));
    }
}
