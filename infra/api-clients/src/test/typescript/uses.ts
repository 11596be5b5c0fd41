// One typed use of each main route; the compiler checks it against the generated types.
import createClient from "openapi-fetch";
import type * as agentRun from "./generated/agent-run-service.js";
import type * as identity from "./generated/identity-service.js";
import type * as notification from "./generated/notification-service.js";
import type * as report from "./generated/report-service.js";
import type * as workspace from "./generated/workspace-service.js";

type RunStep = agentRun.components["schemas"]["RunStep"];

const options = { baseUrl: "/", headers: { Authorization: "Bearer token" } };
const identities = createClient<identity.paths>(options);
const workspaces = createClient<workspace.paths>(options);
const agentRuns = createClient<agentRun.paths>(options);
const reports = createClient<report.paths>(options);
const notifications = createClient<notification.paths>(options);

/** Returns the body of a response, or fails with the problem's type. */
function bodyOf<Body>(answer: { data?: Body; error?: { type: string; detail: string } }): Body {
  if (answer.data === undefined) throw new Error(`${answer.error?.type}: ${answer.error?.detail}`);
  return answer.data;
}

export async function readProfile(): Promise<string> {
  const profile = bodyOf(await identities.GET("/api/me"));
  const names: (string | null)[] = [profile.firstName, profile.lastName];
  const status: "NONE" | "BRONZE" | "SILVER" | "GOLD" = profile.status;
  return `${profile.id} ${names.join(" ")} ${status} ${profile.timeZone}`;
}

export async function changeAvatar(photo: Blob): Promise<number> {
  const avatar = bodyOf(await identities.POST("/api/me/avatar", { body: photo, bodySerializer: (body) => body }));
  return avatar.avatarVersion;
}

export async function createServiceAccountWithKey(workspaceId: string): Promise<string> {
  const account = bodyOf(
    await identities.POST("/api/workspaces/{workspaceId}/service-accounts", {
      params: { path: { workspaceId } },
      body: { name: "Nightly import", scopes: ["actions:read", "actions:write"], expiresAt: "2027-01-01T00:00:00Z" },
    }),
  );
  const created = bodyOf(
    await identities.POST("/api/workspaces/{workspaceId}/service-accounts/{serviceAccountId}/keys", {
      params: { path: { workspaceId, serviceAccountId: account.id } },
      body: {},
    }),
  );
  return created.key;
}

export async function createWorkspaceAndInvite(): Promise<string | null> {
  const created = bodyOf(await workspaces.POST("/api/workspaces", { body: { name: "Bridge works" } }));
  const path = { workspaceId: created.id };
  const invitation = bodyOf(
    await workspaces.POST("/api/workspaces/{workspaceId}/invitations", { params: { path }, body: { email: "bob@example.org" } }),
  );
  const members = bodyOf(await workspaces.GET("/api/workspaces/{workspaceId}/members", { params: { path } }));
  const managers: string[] = members.items.filter((member) => member.role === "MANAGER").map((member) => member.displayName);
  console.log(invitation.expiresAt, managers);
  return members.next;
}

export async function workOnActions(workspaceId: string, file: Blob): Promise<void> {
  const project = bodyOf(
    await workspaces.POST("/api/workspaces/{workspaceId}/projects", { params: { path: { workspaceId } }, body: { name: "North pier" } }),
  );
  const path = { workspaceId, projectId: project.id };
  const action = bodyOf(
    await workspaces.POST("/api/workspaces/{workspaceId}/projects/{projectId}/actions", {
      params: { path, header: { "Idempotency-Key": "order-steel" } },
      body: { title: "Order steel", priority: "URGENT", due: "2026-12-01", checklist: [{ text: "Ask for a price", done: false }] },
    }),
  );
  const urgent = bodyOf(
    await workspaces.GET("/api/workspaces/{workspaceId}/projects/{projectId}/actions", {
      params: { path, query: { priority: ["URGENT", "HIGH"], sort: "due", direction: "asc", limit: 10 } },
    }),
  );
  const due: (string | null)[] = urgent.items.map((item) => item.due);
  const withoutDue = bodyOf(
    await workspaces.PATCH("/api/workspaces/{workspaceId}/projects/{projectId}/actions/{actionId}", {
      params: { path: { ...path, actionId: action.id }, header: { "If-Match": `"${action.version}"` } },
      body: { state: "DONE", due: null },
    }),
  );
  const attachment = bodyOf(
    await workspaces.POST("/api/workspaces/{workspaceId}/projects/{projectId}/actions/{actionId}/attachments", {
      params: {
        path: { ...path, actionId: action.id },
        header: { "Content-Disposition": 'attachment; filename="offer.pdf"' },
      },
      body: file,
      bodySerializer: (body) => body,
    }),
  );
  const content: Blob = bodyOf(
    await workspaces.GET("/api/workspaces/{workspaceId}/projects/{projectId}/actions/{actionId}/attachments/{attachmentId}/content", {
      params: { path: { ...path, actionId: action.id, attachmentId: attachment.id } },
      parseAs: "blob",
    }),
  );
  const view = bodyOf(
    await workspaces.POST("/api/workspaces/{workspaceId}/projects/{projectId}/views", {
      params: { path },
      body: { name: "Urgent", filter: { priority: ["URGENT"] }, shared: true },
    }),
  );
  console.log(due, withoutDue.state, attachment.sizeBytes, content.size, view.filter.priority);
}

export async function createAgentAndStartRun(workspaceId: string, projectId: string): Promise<string> {
  const agent = bodyOf(
    await agentRuns.POST("/api/workspaces/{workspaceId}/agents", {
      params: { path: { workspaceId } },
      body: {
        name: "Status",
        instructions: "Summarise the actions of the project.",
        tools: [{ tool: "search_actions" }, { tool: "create_action", approval: "MANAGER" }],
        limits: { steps: 10 },
      },
    }),
  );
  const version = bodyOf(
    await agentRuns.POST("/api/workspaces/{workspaceId}/agents/{agentId}/publish", {
      params: { path: { workspaceId, agentId: agent.id }, header: { "If-Match": `"${agent.version}"` } },
    }),
  );
  const run = bodyOf(
    await agentRuns.POST("/api/workspaces/{workspaceId}/runs", {
      params: { path: { workspaceId }, header: { "Idempotency-Key": "my-first-run" } },
      body: { agentId: version.agentId, projectId, input: "How does the north pier stand?", sendReportByMail: true },
    }),
  );
  const steps = bodyOf(
    await agentRuns.GET("/api/workspaces/{workspaceId}/runs/{runId}/steps", { params: { path: { workspaceId, runId: run.id } } }),
  );
  return steps.items.map(describe).join("\n");
}

/** The compiler knows the fields of each kind of step, and that there is no other kind. */
export function describe(step: RunStep): string {
  switch (step.kind) {
    case "MODEL":
      return `${step.model}: ${step.answer}, calls ${step.calls.map((call) => call.tool).join()}`;
    case "MODEL_ATTEMPT":
      return `${step.code} ${step.message} ${step.retried}`;
    case "TOOL":
      return `${step.tool}(${JSON.stringify(step.arguments)}) = ${step.answer}`;
    case "APPROVAL":
      return `${step.tool} asks ${step.approver}: ${step.decision === null ? "waiting" : step.decision.outcome}`;
    default: {
      const none: never = step;
      return none;
    }
  }
}

export async function approve(workspaceId: string): Promise<string | null | undefined> {
  const waiting = bodyOf(
    await agentRuns.GET("/api/workspaces/{workspaceId}/approvals", {
      params: { path: { workspaceId }, query: { state: "WAITING" } },
    }),
  );
  const [first] = waiting.items;
  if (first === undefined) return null;
  const approval = bodyOf(
    await agentRuns.POST("/api/workspaces/{workspaceId}/approvals/{approvalId}/approve", {
      params: { path: { workspaceId, approvalId: first.id } },
      body: { comment: "Do it." },
    }),
  );
  return approval.decidedBy;
}

export async function createReport(workspaceId: string, projectId: string): Promise<Blob> {
  const created = bodyOf(
    await reports.POST("/api/workspaces/{workspaceId}/reports", {
      params: { path: { workspaceId }, header: { "Idempotency-Key": "november" } },
      body: { kind: "PROJECT", projectId, from: "2026-11-01", to: "2026-11-30" },
    }),
  );
  return bodyOf(
    await reports.GET("/api/workspaces/{workspaceId}/reports/{reportId}/content", {
      params: { path: { workspaceId, reportId: created.id } },
      parseAs: "blob",
    }),
  );
}

export async function createWebhookEndpoint(workspaceId: string): Promise<number | null | undefined> {
  const endpoint = bodyOf(
    await notifications.POST("/api/workspaces/{workspaceId}/webhook-endpoints", {
      params: { path: { workspaceId } },
      body: { url: "/hook", events: ["agent-run.*"] },
    }),
  );
  const deliveries = bodyOf(
    await notifications.GET("/api/workspaces/{workspaceId}/webhook-endpoints/{webhookEndpointId}/deliveries", {
      params: { path: { workspaceId, webhookEndpointId: endpoint.id }, query: { state: "FAILED", limit: 20 } },
    }),
  );
  return deliveries.items[0]?.lastStatusCode;
}
