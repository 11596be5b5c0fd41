package dev.atelier.kit.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationNamesTest {
    @ParameterizedTest
    @CsvSource({
        "GET, /api/me, getMe, Profile",
        "PATCH, /api/me, updateMe, Profile",
        "GET, /api/me/sessions, listMySessions, Sessions",
        "DELETE, /api/me/sessions, deleteMySessions, Sessions",
        "POST, /api/me/address-changes/confirm, confirmMyAddressChange, Address changes",
        "GET, /api/workspaces, listWorkspaces, Workspaces",
        "DELETE, /api/workspaces/{workspaceId}, deleteWorkspace, Workspaces",
        "POST, /api/workspaces/{workspaceId}/leave, leaveWorkspace, Workspaces",
        "GET, /api/workspaces/{workspaceId}/settings, getSettings, Settings",
        "PUT, /api/workspaces/{workspaceId}/billing-details, setBillingDetails, Billing details",
        "POST, /api/workspaces/{workspaceId}/runs/{runId}/cancel, cancelRun, Runs",
        "POST, /api/workspaces/{workspaceId}/service-accounts/{id}/take-over, takeOverServiceAccount, Service accounts",
        "GET, /api/workspaces/{workspaceId}/projects/{projectId}, getProject, Projects",
        "GET, /api/workspaces/{workspaceId}/projects/{projectId}/actions/{actionId}/comments, listActionComments, Actions",
        "POST, /api/workspaces/{workspaceId}/projects/{projectId}/actions, createAction, Actions",
        "POST, /api/operator/identity-service/dead-letters/{id}/replay, replayOperatorDeadLetter, Dead letters",
        "GET, /internal/workspaces/{workspaceId}/responsibilities, listInternalResponsibilities, Responsibilities",
        "GET, /api/public/legal-documents/{document}/versions, listPublicLegalDocumentVersions, Legal documents",
    })
    void anOperationIsNamedByItsRoute(String method, String path, String id, String tag) {
        assertThat(OperationNames.id(method, path)).isEqualTo(id);
        assertThat(OperationNames.tag(path)).isEqualTo(tag);
    }
}
