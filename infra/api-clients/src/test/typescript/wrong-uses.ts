// The compiler must refuse the last line of each of these uses.
import createClient from "openapi-fetch";
import type * as agentRun from "./generated/agent-run-service.js";
import type * as workspace from "./generated/workspace-service.js";

type Workspace = workspace.components["schemas"];
type AgentRun = agentRun.components["schemas"];

// A required field is missing.
export const action: Workspace["CreateActionRequest"] = { priority: "URGENT" };

// A value is not one of the enum's.
export const urgency: Workspace["CreateActionRequest"] = { title: "Order steel", priority: "SOON" };

// A field of a response may be null.
export const due = (action: Workspace["Action"]): string => action.due;

// A step of this kind has no such field.
export const answer = (step: AgentRun["ApprovalStep"]): string => step.answer;

// A header is required.
const runs = createClient<agentRun.paths>();
const publish = "/api/workspaces/{workspaceId}/agents/{agentId}/publish";
export const published = runs.POST(publish, { params: { path: { workspaceId: "", agentId: "" } } });
