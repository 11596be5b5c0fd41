// The compiler must refuse the last line of each of these uses.
import dev.atelier.clients.agentrun.ApiException;
import dev.atelier.clients.agentrun.api.AgentsApi;
import dev.atelier.clients.agentrun.model.ApprovalStep;
import dev.atelier.clients.workspace.model.CreateActionRequest;
import dev.atelier.clients.workspace.model.CreateWorkspaceRequest;
import java.util.UUID;

class WrongUses {

    // A field has another type.
    Object workspace = new CreateWorkspaceRequest().name(42);

    // A value is not one of the enum's.
    Object urgency = new CreateActionRequest().priority(CreateActionRequest.PriorityEnum.SOON);

    // A step of this kind has no such field.
    Object answer(ApprovalStep step) { return step.getAnswer(); }

    // A header is required.
    Object published(AgentsApi agents, UUID id) throws ApiException { return agents.publishAgent(id, id); }

}
