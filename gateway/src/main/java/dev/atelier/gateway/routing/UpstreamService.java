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
                    "/api/workspaces/{w}/service-accounts/**",
                    "/api/operator/service-accounts/**",
                    "/api/people/{userId}/avatar",
                    "/api/operator/contact-requests/**",
                    "/api/operator/security-alerts",
                    "/api/operator/security-log/**",
                    "/api/operator/legal-documents/**",
                    "/api/operator/recovery-cases/**",
                    "/api/workspaces/{w}/data-processing-addendum/**",
                    "/api/operator/users",
                    "/api/operator/users/**"),
            of(
                    "agent-run-service",
                    "/api/workspaces/{w}/agents/**",
                    "/api/workspaces/{w}/model-connections/**",
                    "/api/workspaces/{w}/tools",
                    "/api/workspaces/{w}/runs/**",
                    "/api/workspaces/{w}/approvals/**"),
            of("report-service", "/api/workspaces/{w}/reports/**"),
            of("notification-service", "/api/workspaces/{w}/webhook-endpoints/**"),
            of(
                    "workspace-service",
                    "/api/workspaces",
                    "/api/workspaces/{w}",
                    "/api/workspaces/{w}/members/**",
                    "/api/workspaces/{w}/departure",
                    "/api/workspaces/{w}/management-offer/**",
                    "/api/workspaces/{w}/invitations/**",
                    "/api/workspaces/{w}/history/**",
                    "/api/workspaces/{w}/integrations/**",
                    "/api/workspaces/{w}/projects/**",
                    "/api/workspaces/{w}/settings/**",
                    "/api/workspaces/{w}/plan",
                    "/api/workspaces/{w}/billing",
                    "/api/workspaces/{w}/invoices",
                    "/api/workspaces/{w}/checkout-references",
                    "/api/operator/workspaces/{w}/plan",
                    "/api/public/billing/stripe",
                    "/api/invitations/acceptance",
                    "/api/deletions/{d}"));

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
