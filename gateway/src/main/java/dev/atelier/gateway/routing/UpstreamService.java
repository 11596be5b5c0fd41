package dev.atelier.gateway.routing;

import java.util.List;
import java.util.stream.Stream;

/**
 * A service behind the gateway and the paths that belong to it; paths that belong to no service are not exposed.
 *
 * @param service name of the service, such as {@code workspace-service}
 */
public record UpstreamService(String service, List<String> paths) {
    /** All services. */
    public static final List<UpstreamService> ALL = List.of(
            of(
                    "identity-service",
                    "/api/me",
                    "/api/me/avatar",
                    "/api/me/address-changes/**",
                    "/api/me/consents/**",
                    "/api/me/legal-documents/**",
                    "/api/me/sessions/**",
                    "/api/public/contact-requests/**",
                    "/api/public/legal-documents/**",
                    "/api/support-requests",
                    "/api/workspaces/{workspaceId}/service-accounts/**",
                    "/api/operator/service-accounts/**",
                    "/api/users/{userId}/avatar",
                    "/api/operator/contact-requests/**",
                    "/api/operator/security-alerts",
                    "/api/operator/security-log/**",
                    "/api/operator/legal-documents/**",
                    "/api/operator/recovery-cases/**",
                    "/api/workspaces/{workspaceId}/data-processing-addendum/**",
                    "/api/operator/users",
                    "/api/operator/users/**"),
            of(
                    "agent-run-service",
                    "/api/workspaces/{workspaceId}/agents/**",
                    "/api/workspaces/{workspaceId}/model-connections/**",
                    "/api/workspaces/{workspaceId}/tools",
                    "/api/workspaces/{workspaceId}/runs/**",
                    "/api/workspaces/{workspaceId}/approvals/**"),
            of("report-service", "/api/workspaces/{workspaceId}/reports/**"),
            of("notification-service", "/api/workspaces/{workspaceId}/webhook-endpoints/**"),
            of(
                    "workspace-service",
                    "/api/workspaces",
                    "/api/workspaces/{workspaceId}",
                    "/api/workspaces/{workspaceId}/members/**",
                    "/api/workspaces/{workspaceId}/leave",
                    "/api/workspaces/{workspaceId}/management-offer/**",
                    "/api/workspaces/{workspaceId}/invitations/**",
                    "/api/workspaces/{workspaceId}/audit-log/**",
                    "/api/workspaces/{workspaceId}/integrations/**",
                    "/api/workspaces/{workspaceId}/projects/**",
                    "/api/workspaces/{workspaceId}/settings/**",
                    "/api/workspaces/{workspaceId}/plan",
                    "/api/workspaces/{workspaceId}/billing-details",
                    "/api/workspaces/{workspaceId}/invoices",
                    "/api/workspaces/{workspaceId}/checkout-references",
                    "/api/operator/workspaces/{workspaceId}/plan",
                    "/api/public/webhooks/stripe",
                    "/api/invitations/accept",
                    "/api/deletions/{deletionId}"));

    public UpstreamService {
        paths = List.copyOf(paths);
    }

    private static UpstreamService of(String service, String... paths) {
        return new UpstreamService(
                service,
                Stream.concat(
                                Stream.of(paths),
                                Stream.of("dead-letters", "projections", "master-key", "work-queues")
                                        .map(of -> "/api/operator/%s/%s/**".formatted(service, of)))
                        .toList());
    }

    /** Returns every path that is open to users with a token. */
    public static String[] allPaths() {
        return ALL.stream()
                .flatMap(upstreamService -> upstreamService.paths.stream())
                .toArray(String[]::new);
    }
}
