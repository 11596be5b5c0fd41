package dev.atelier.clients;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.atelier.clients.agentrun.ApiException;
import dev.atelier.clients.agentrun.api.AgentsApi;
import dev.atelier.clients.agentrun.api.ApprovalsApi;
import dev.atelier.clients.agentrun.api.RunsApi;
import dev.atelier.clients.agentrun.model.AllowedToolRequest;
import dev.atelier.clients.agentrun.model.Approval;
import dev.atelier.clients.agentrun.model.ApprovalStep;
import dev.atelier.clients.agentrun.model.CreateAgentRequest;
import dev.atelier.clients.agentrun.model.DecideApprovalRequest;
import dev.atelier.clients.agentrun.model.ModelAttempt;
import dev.atelier.clients.agentrun.model.ModelStep;
import dev.atelier.clients.agentrun.model.RunLimitsRequest;
import dev.atelier.clients.agentrun.model.RunStep;
import dev.atelier.clients.agentrun.model.StartRunRequest;
import dev.atelier.clients.agentrun.model.ToolStep;
import dev.atelier.clients.identity.api.AvatarApi;
import dev.atelier.clients.identity.api.ProfileApi;
import dev.atelier.clients.identity.api.ServiceAccountsApi;
import dev.atelier.clients.identity.model.ApiScope;
import dev.atelier.clients.identity.model.CreateApiKeyRequest;
import dev.atelier.clients.identity.model.CreateServiceAccountRequest;
import dev.atelier.clients.identity.model.Profile;
import dev.atelier.clients.notification.api.WebhookEndpointsApi;
import dev.atelier.clients.notification.model.CreateWebhookEndpointRequest;
import dev.atelier.clients.notification.model.WebhookDelivery;
import dev.atelier.clients.report.api.ReportsApi;
import dev.atelier.clients.report.model.CreateReportRequest;
import dev.atelier.clients.workspace.api.ActionsApi;
import dev.atelier.clients.workspace.api.InvitationsApi;
import dev.atelier.clients.workspace.api.MembersApi;
import dev.atelier.clients.workspace.api.ProjectsApi;
import dev.atelier.clients.workspace.api.ViewsApi;
import dev.atelier.clients.workspace.api.WorkspacesApi;
import dev.atelier.clients.workspace.model.Action;
import dev.atelier.clients.workspace.model.ChecklistItem;
import dev.atelier.clients.workspace.model.CreateActionRequest;
import dev.atelier.clients.workspace.model.CreateInvitationRequest;
import dev.atelier.clients.workspace.model.CreateSavedViewRequest;
import dev.atelier.clients.workspace.model.CreateWorkspaceRequest;
import dev.atelier.clients.workspace.model.Member;
import dev.atelier.clients.workspace.model.ProjectNameRequest;
import dev.atelier.clients.workspace.model.SavedViewFilter;
import dev.atelier.clients.workspace.model.UpdateActionRequest;
import dev.atelier.clients.workspace.model.Workspace;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.io.Resource;
import tools.jackson.databind.json.JsonMapper;

/** One typed use of each main route, with the generated clients; all services answer at one address. */
final class ClientUses {
    private final dev.atelier.clients.identity.ApiClient identity = new dev.atelier.clients.identity.ApiClient();
    private final dev.atelier.clients.workspace.ApiClient workspace = new dev.atelier.clients.workspace.ApiClient(
            withoutMissingFields(dev.atelier.clients.workspace.ApiClient.createDefaultMapper(null)), null);
    private final dev.atelier.clients.agentrun.ApiClient agentRun = new dev.atelier.clients.agentrun.ApiClient();
    private final dev.atelier.clients.report.ApiClient report = new dev.atelier.clients.report.ApiClient();
    private final dev.atelier.clients.notification.ApiClient notification =
            new dev.atelier.clients.notification.ApiClient();

    ClientUses(String address) {
        identity.setBasePath(address);
        workspace.setBasePath(address);
        agentRun.updateBaseUri(address);
        report.setBasePath(address);
        notification.setBasePath(address);
    }

    /** This generator's default is to send fields that are not set as null, which a change must not. */
    private static JsonMapper withoutMissingFields(JsonMapper mapper) {
        return mapper.rebuild()
                .changeDefaultPropertyInclusion(fields -> fields.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
    }

    Profile readProfile() {
        return new ProfileApi(identity).getMe();
    }

    long changeAvatar(Resource photo) {
        return new AvatarApi(identity).createMyAvatar(photo).getAvatarVersion();
    }

    String createServiceAccountWithKey(UUID workspaceId) {
        var serviceAccounts = new ServiceAccountsApi(identity);
        var account = serviceAccounts.createServiceAccount(
                workspaceId,
                new CreateServiceAccountRequest()
                        .name("Nightly import")
                        .scopes(Set.of(ApiScope.ACTIONS_READ, ApiScope.ACTIONS_WRITE))
                        .expiresAt(OffsetDateTime.of(2027, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)));
        return serviceAccounts
                .createServiceAccountKey(workspaceId, account.getId(), new CreateApiKeyRequest())
                .getKey();
    }

    List<Member> createWorkspaceAndInvite() {
        Workspace created =
                new WorkspacesApi(workspace).createWorkspace(new CreateWorkspaceRequest().name("Bridge works"), null);
        new InvitationsApi(workspace)
                .createInvitation(created.getId(), new CreateInvitationRequest().email("bob@example.org"), null);
        return new MembersApi(workspace)
                .listMembers(created.getId(), null, null).getItems().stream()
                        .filter(member -> member.getRole() == Member.RoleEnum.MANAGER)
                        .toList();
    }

    UUID createProject(UUID workspaceId) {
        return new ProjectsApi(workspace)
                .createProject(workspaceId, new ProjectNameRequest().name("North pier"), null)
                .getId();
    }

    Action createAction(UUID workspaceId, UUID projectId) {
        return new ActionsApi(workspace)
                .createAction(
                        workspaceId,
                        projectId,
                        new CreateActionRequest()
                                .title("Order steel")
                                .priority(CreateActionRequest.PriorityEnum.URGENT)
                                .due(LocalDate.of(2026, 12, 1))
                                .addChecklistItem(new ChecklistItem()
                                        .text("Ask for a price")
                                        .done(false)),
                        "order-steel");
    }

    List<Action> listUrgentActions(UUID workspaceId, UUID projectId) {
        return new ActionsApi(workspace)
                .listActions(
                        workspaceId,
                        projectId,
                        null,
                        null,
                        LocalDate.of(2026, 12, 31),
                        null,
                        List.of("URGENT", "HIGH"),
                        null,
                        null,
                        "due",
                        "asc",
                        10,
                        null)
                .getItems();
    }

    /** Changes the state, removes the due date and leaves everything else unchanged. */
    Action finish(UUID workspaceId, UUID projectId, Action action) {
        return new ActionsApi(workspace)
                .updateAction(
                        workspaceId,
                        projectId,
                        action.getId(),
                        "\"" + action.getVersion() + "\"",
                        new UpdateActionRequest()
                                .state(UpdateActionRequest.StateEnum.DONE)
                                .due(null));
    }

    Resource attach(UUID workspaceId, UUID projectId, UUID actionId, Resource file) {
        var actions = new ActionsApi(workspace);
        var attachment = actions.createActionAttachment(
                workspaceId, projectId, actionId, "attachment; filename=\"offer.pdf\"", file, null);
        return actions.getActionAttachmentContent(workspaceId, projectId, actionId, attachment.getId());
    }

    SavedViewFilter saveView(UUID workspaceId, UUID projectId) {
        return new ViewsApi(workspace)
                .createView(
                        workspaceId,
                        projectId,
                        new CreateSavedViewRequest()
                                .name("Urgent")
                                .shared(true)
                                .filter(new SavedViewFilter().addPriorityItem(SavedViewFilter.PriorityEnum.URGENT)),
                        null)
                .getFilter();
    }

    UUID createAgentAndStartRun(UUID workspaceId, UUID projectId) throws ApiException {
        var agents = new AgentsApi(agentRun);
        var agent = agents.createAgent(
                workspaceId,
                new CreateAgentRequest()
                        .name("Status")
                        .instructions("Summarise the actions of the project.")
                        .limits(new RunLimitsRequest().steps(10L))
                        .addToolsItem(new AllowedToolRequest().tool("search_actions"))
                        .addToolsItem(new AllowedToolRequest()
                                .tool("create_action")
                                .approval(AllowedToolRequest.ApprovalEnum.MANAGER)),
                null);
        var version = agents.publishAgent(workspaceId, agent.getId(), "\"" + agent.getVersion() + "\"");
        return new RunsApi(agentRun)
                .createRun(
                        workspaceId,
                        "my-first-run",
                        new StartRunRequest()
                                .agentId(version.getAgentId())
                                .projectId(projectId)
                                .input("How does the north pier stand?")
                                .sendReportByMail(true))
                .getId();
    }

    List<String> describeSteps(UUID workspaceId, UUID runId) throws ApiException {
        return new RunsApi(agentRun)
                .listRunSteps(workspaceId, runId).getItems().stream()
                        .map(ClientUses::describe)
                        .toList();
    }

    private static String describe(RunStep step) {
        return switch (step.getActualInstance()) {
            case ModelStep model -> model.getModel() + ": " + model.getAnswer();
            case ModelAttempt attempt -> attempt.getCode() + " " + attempt.getProviderStatus();
            case ToolStep tool -> tool.getTool() + tool.getArguments();
            case ApprovalStep approval -> approval.getTool() + " asks " + approval.getApprover();
            default -> throw new IllegalArgumentException("unknown step");
        };
    }

    Approval approve(UUID workspaceId) throws ApiException {
        var approvals = new ApprovalsApi(agentRun);
        var waiting = approvals.listApprovals(workspaceId, "WAITING", null, null);
        return approvals.approveApproval(
                workspaceId, waiting.getItems().getFirst().getId(), new DecideApprovalRequest().comment("Do it."));
    }

    Resource createReport(UUID workspaceId, UUID projectId) {
        var reports = new ReportsApi(report);
        var created = reports.createReport(
                workspaceId,
                "november",
                new CreateReportRequest()
                        .kind(CreateReportRequest.KindEnum.PROJECT)
                        .projectId(projectId)
                        .from(LocalDate.of(2026, 11, 1)));
        return reports.getReportContent(workspaceId, created.getId());
    }

    List<WebhookDelivery> createWebhookEndpoint(UUID workspaceId) {
        var endpoints = new WebhookEndpointsApi(notification);
        var endpoint = endpoints.createWebhookEndpoint(
                workspaceId, new CreateWebhookEndpointRequest().url("/hook").addEventsItem("agent-run.*"), null);
        return endpoints
                .listWebhookEndpointDeliveries(workspaceId, endpoint.getId(), "FAILED", 20, null)
                .getItems();
    }
}
