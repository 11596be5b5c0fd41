"""One typed use of each main route; mypy checks it against the generated clients."""

import datetime
import io
from typing import TypeVar, assert_never
from uuid import UUID

import agent_run_service as agent_run
import identity_service as identity
import notification_service as notification
import report_service as report
import workspace_service as workspace
from agent_run_service.api.agents import create_agent, publish_agent
from agent_run_service.api.approvals import approve_approval, list_approvals
from agent_run_service.api.runs import create_run, list_run_steps
from agent_run_service.models.allowed_tool_request import AllowedToolRequest
from agent_run_service.models.approval import Approval
from agent_run_service.models.approval_step import ApprovalStep
from agent_run_service.models.create_agent_request import CreateAgentRequest
from agent_run_service.models.decide_approval_request import DecideApprovalRequest
from agent_run_service.models.model_attempt import ModelAttempt
from agent_run_service.models.model_step import ModelStep
from agent_run_service.models.problem import Problem as AgentRunProblem
from agent_run_service.models.run_limits_request import RunLimitsRequest
from agent_run_service.models.start_run_request import StartRunRequest
from agent_run_service.models.tool_step import ToolStep
from identity_service.api.profile import get_me
from identity_service.api.service_accounts import create_service_account, create_service_account_key
from identity_service.models.create_api_key_request import CreateApiKeyRequest
from identity_service.models.create_service_account_request import CreateServiceAccountRequest
from identity_service.models.problem import Problem as IdentityProblem
from notification_service.api.webhook_endpoints import create_webhook_endpoint, list_webhook_endpoint_deliveries
from notification_service.models.create_webhook_endpoint_request import CreateWebhookEndpointRequest
from notification_service.models.problem import Problem as NotificationProblem
from report_service.api.reports import create_report, get_report_content
from report_service.models.create_report_request import CreateReportRequest
from report_service.models.problem import Problem as ReportProblem
from workspace_service.api.actions import (
    create_action,
    create_action_attachment,
    get_action_attachment_content,
    list_actions,
    update_action,
)
from workspace_service.api.invitations import create_invitation
from workspace_service.api.members import list_members
from workspace_service.api.projects import create_project
from workspace_service.api.views import create_view
from workspace_service.api.workspaces import create_workspace
from workspace_service.models.action import Action
from workspace_service.models.checklist_item import ChecklistItem
from workspace_service.models.create_action_request import CreateActionRequest
from workspace_service.models.create_invitation_request import CreateInvitationRequest
from workspace_service.models.create_saved_view_request import CreateSavedViewRequest
from workspace_service.models.create_workspace_request import CreateWorkspaceRequest
from workspace_service.models.problem import Problem as WorkspaceProblem
from workspace_service.models.project_name_request import ProjectNameRequest
from workspace_service.models.saved_view_filter import SavedViewFilter
from workspace_service.models.update_action_request import UpdateActionRequest
from workspace_service.types import File

Body = TypeVar("Body")
Problem = AgentRunProblem | IdentityProblem | NotificationProblem | ReportProblem | WorkspaceProblem


def body_of(answer: Body | Problem | None) -> Body:
    """Returns the body of a response, or raises the problem's type."""
    if answer is None:
        raise ValueError("no body")
    if isinstance(
        answer, (AgentRunProblem, IdentityProblem, NotificationProblem, ReportProblem, WorkspaceProblem)
    ):
        raise ValueError(f"{answer.type_}: {answer.detail}")
    return answer


def read_profile(client: identity.AuthenticatedClient) -> str:
    profile = body_of(get_me.sync(client=client))
    names: list[str | None] = [profile.first_name, profile.last_name]
    return f"{profile.id} {names} {profile.status} {profile.time_zone}"


def create_service_account_with_key(client: identity.AuthenticatedClient, workspace_id: UUID) -> str:
    account = body_of(
        create_service_account.sync(
            workspace_id,
            client=client,
            body=CreateServiceAccountRequest(
                name="Nightly import",
                scopes=["actions:read", "actions:write"],
                expires_at=datetime.datetime(2027, 1, 1, tzinfo=datetime.timezone.utc),
            ),
        )
    )
    created = body_of(
        create_service_account_key.sync(workspace_id, account.id, client=client, body=CreateApiKeyRequest())
    )
    return created.key


def create_workspace_and_invite(client: workspace.AuthenticatedClient) -> list[str]:
    created = body_of(create_workspace.sync(client=client, body=CreateWorkspaceRequest(name="Bridge works")))
    invitation = body_of(
        create_invitation.sync(created.id, client=client, body=CreateInvitationRequest(email="bob@example.org"))
    )
    expires_at: datetime.datetime = invitation.expires_at
    members = body_of(list_members.sync(created.id, client=client))
    return [f"{member.display_name} {expires_at}" for member in members.items if member.role == "MANAGER"]


def work_on_actions(client: workspace.AuthenticatedClient, workspace_id: UUID) -> Action:
    project = body_of(create_project.sync(workspace_id, client=client, body=ProjectNameRequest(name="North pier")))
    action = body_of(
        create_action.sync(
            workspace_id,
            project.id,
            client=client,
            idempotency_key="order-steel",
            body=CreateActionRequest(
                title="Order steel",
                priority="URGENT",
                due=datetime.date(2026, 12, 1),
                checklist=[ChecklistItem(text="Ask for a price", done=False)],
            ),
        )
    )
    urgent = body_of(
        list_actions.sync(
            workspace_id, project.id, client=client, priority=["URGENT", "HIGH"], sort="due", direction="asc", limit=10
        )
    )
    due: list[datetime.date | None] = [item.due for item in urgent.items]
    attachment = body_of(
        create_action_attachment.sync(
            workspace_id,
            project.id,
            action.id,
            client=client,
            content_disposition='attachment; filename="offer.pdf"',
            body=File(payload=io.BytesIO(b"%PDF")),
        )
    )
    content = body_of(
        get_action_attachment_content.sync(workspace_id, project.id, action.id, attachment.id, client=client)
    )
    view = body_of(
        create_view.sync(
            workspace_id,
            project.id,
            client=client,
            body=CreateSavedViewRequest(name="Urgent", shared=True, filter_=SavedViewFilter(priority=["URGENT"])),
        )
    )
    print(due, len(content.payload.read()), view.filter_.priority)
    return body_of(
        update_action.sync(
            workspace_id,
            project.id,
            action.id,
            client=client,
            if_match=f'"{action.version}"',
            body=UpdateActionRequest(state="DONE", due=None),
        )
    )


def create_agent_and_start_run(
    client: agent_run.AuthenticatedClient, workspace_id: UUID, project_id: UUID
) -> list[str]:
    agent = body_of(
        create_agent.sync(
            workspace_id,
            client=client,
            body=CreateAgentRequest(
                name="Status",
                instructions="Summarise the actions of the project.",
                tools=[
                    AllowedToolRequest(tool="search_actions"),
                    AllowedToolRequest(tool="create_action", approval="MANAGER"),
                ],
                limits=RunLimitsRequest(steps=10),
            ),
        )
    )
    version = body_of(publish_agent.sync(workspace_id, agent.id, client=client, if_match=f'"{agent.version}"'))
    run = body_of(
        create_run.sync(
            workspace_id,
            client=client,
            idempotency_key="my-first-run",
            body=StartRunRequest(
                agent_id=version.agent_id, project_id=project_id, input_="How does the north pier stand?"
            ),
        )
    )
    steps = body_of(list_run_steps.sync(workspace_id, run.id, client=client))
    return [describe(step) for step in steps.items]


def describe(step: ModelStep | ModelAttempt | ToolStep | ApprovalStep) -> str:
    """The kind tells the type of a step, and there is no other kind."""
    if step.kind == "MODEL":
        return f"{step.model}: {step.answer}"
    if step.kind == "MODEL_ATTEMPT":
        return f"{step.code} {step.provider_status}"
    if step.kind == "TOOL":
        return f"{step.tool} {step.arguments}"
    if step.kind == "APPROVAL":
        return f"{step.tool} asks {step.approver}: {step.decision.outcome if step.decision else 'waiting'}"
    assert_never(step)


def approve(client: agent_run.AuthenticatedClient, workspace_id: UUID) -> Approval:
    waiting = body_of(list_approvals.sync(workspace_id, client=client, state="WAITING"))
    return body_of(
        approve_approval.sync(
            workspace_id, waiting.items[0].id, client=client, body=DecideApprovalRequest(comment="Do it.")
        )
    )


def read_report(client: report.AuthenticatedClient, workspace_id: UUID, project_id: UUID) -> bytes:
    created = body_of(
        create_report.sync(
            workspace_id,
            client=client,
            idempotency_key="november",
            body=CreateReportRequest(kind="PROJECT", project_id=project_id, from_=datetime.date(2026, 11, 1)),
        )
    )
    return body_of(get_report_content.sync(workspace_id, created.id, client=client)).payload.read()


def create_endpoint(client: notification.AuthenticatedClient, workspace_id: UUID) -> list[str]:
    endpoint = body_of(
        create_webhook_endpoint.sync(
            workspace_id, client=client, body=CreateWebhookEndpointRequest(url="/hook", events=["agent-run.*"])
        )
    )
    deliveries = body_of(
        list_webhook_endpoint_deliveries.sync(workspace_id, endpoint.id, client=client, state="FAILED", limit=20)
    )
    return [delivery.type_ for delivery in deliveries.items]
