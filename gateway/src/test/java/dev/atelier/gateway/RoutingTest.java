package dev.atelier.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.testkit.tokens.TestTokens;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class RoutingTest {
    @Autowired
    private GatewayClient door;

    @BeforeEach
    void ready() {
        door.awaitReady();
        GatewayClient.WORKSPACE.respondHello();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/me, identity-service",
        "/api/operator/users?email=a, identity-service",
        "/api/operator/users/1/deactivation, identity-service",
        "/api/me/consents/NEWSLETTER, identity-service",
        "/api/operator/contact-requests/1/answer, identity-service",
        "/api/operator/security-log?kind=SIGN_IN, identity-service",
        "/api/operator/security-log/verification, identity-service",
        "/api/operator/security-alerts, identity-service",
        "/api/operator/legal-documents/TERMS/versions, identity-service",
        "/api/operator/recovery-cases, identity-service",
        "/api/public/legal-documents/TERMS/page, identity-service",
        "/api/me/legal-documents, identity-service",
        "/api/workspaces/1/data-processing-addendum/accept, identity-service",
        "/api/support-requests, identity-service",
        "/api/public/contact-requests/challenge, identity-service",
        "/api/operator/report-service/dead-letters, report-service",
        "/api/operator/report-service/work-queues/reports/items, report-service",
        "/api/workspaces, workspace-service",
        "/api/workspaces/1, workspace-service",
        "/api/workspaces/1/members/2, workspace-service",
        "/api/workspaces/1/leave, workspace-service",
        "/api/workspaces/1/management-offer/accept, workspace-service",
        "/api/workspaces/1/invitations/2/resend, workspace-service",
        "/api/workspaces/1/projects/2/actions/3/comments, workspace-service",
        "/api/invitations/accept, workspace-service",
        "/api/workspaces/1/plan, workspace-service",
        "/api/workspaces/1/billing-details, workspace-service",
        "/api/workspaces/1/invoices, workspace-service",
        "/api/workspaces/1/settings, workspace-service",
        "/api/workspaces/1/settings/preview, workspace-service",
        "/api/workspaces/1/integrations/2/test, workspace-service",
        "/api/operator/workspaces/1/plan, workspace-service",
        "/api/public/webhooks/stripe, workspace-service",
        "/api/workspaces/1/checkout-references, workspace-service",
        "/api/workspaces/1/agents/2/publish, agent-run-service",
        "/api/workspaces/1/model-connections, agent-run-service",
        "/api/workspaces/1/tools, agent-run-service",
        "/api/workspaces/1/runs/2/steps, agent-run-service",
        "/api/workspaces/1/approvals/2/approve, agent-run-service",
        "/api/workspaces/1/reports/2/content, report-service",
        "/api/workspaces/1/webhook-endpoints/2/deliveries, notification-service",
    })
    void eachPathFindsItsService(String path, String service) throws Exception {
        assertThat(door.send(door.as(GatewayClient.newUser(), path)).body()).contains(service);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api",
                "/api/unknown",
                "/internal/workspaces/1/users",
                "/api/workspaces/1/unknown",
                "/api/workspaces/1/../../../internal/x",
                "/v3/api-docs",
                "/actuator",
                "/actuator/prometheus",
                "/actuator/env",
                "/error",
                "/API/me"
            })
    void everythingElseIsClosed(String path) throws Exception {
        for (var request : new HttpRequest.Builder[] {door.to(path), door.as(GatewayClient.newUser(), path)}) {
            var closed = door.send(request);
            assertThat(closed.statusCode()).as(path + " " + closed.body()).isIn(400, 404);
            if (closed.statusCode() == 404) {
                expect(closed, 404, "not-found");
            }
        }
        assertThat(GatewayClient.WORKSPACE.received()).isEmpty();
    }

    @Test
    void aKnownRouteNeedsAToken() throws Exception {
        expect(door.send(door.to("/api/workspaces")), 401, "unauthenticated");
        expect(door.send(door.with("x.y.z", "/api/workspaces")), 401, "unauthenticated");
        expect(door.send(door.with(TestTokens.service("report-service"), "/api/workspaces")), 401, "unauthenticated");
        assertThat(GatewayClient.WORKSPACE.received()).isEmpty();
    }

    @Test
    void aPublicRouteNeedsNoTokenButNoWrongOneEither() throws Exception {
        var body = "{\"name\":\"ü\"}";
        for (var path : new String[] {"/api/public/contact-requests", "/api/%70ublic/contact-requests"}) {
            var answer = door.send(
                    door.to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
            assertThat(answer.body()).as(path).contains("identity-service");
        }
        expect(door.send(door.with("x.y.z", "/api/public/contact-requests")), 401, "unauthenticated");
        expect(door.send(door.to("/api/public/unknown")), 404, "not-found");
    }

    @Test
    void aRequestPassesWholeAndItsAnswerToo() throws Exception {
        GatewayClient.WORKSPACE.respondWith(exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            exchange.getResponseHeaders().set("Location", "/api/workspaces/1");
            exchange.getResponseHeaders().set("Set-Cookie", "a=b");
            FakeService.answer(exchange, 412, "application/problem+json", "{\"type\":\"urn:atelier:problem:stale\"}");
        });

        var answer = door.send(door.as(GatewayClient.newUser(), "/api/workspaces/1?name=a%20b%26c")
                .header("If-Match", "\"6\"")
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString("{\"name\":\"ü\"}")));

        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"7\"");
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/workspaces/1");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.body()).isEqualTo("{\"type\":\"urn:atelier:problem:stale\"}");
        var recordedRequest = GatewayClient.WORKSPACE.received().getFirst();
        assertThat(recordedRequest.line()).isEqualTo("PATCH /api/workspaces/1?name=a%20b%26c");
        assertThat(recordedRequest.body()).isEqualTo("{\"name\":\"ü\"}");
        assertThat(recordedRequest.header("If-match")).isEqualTo("\"6\"");
    }

    @Test
    void whatOnlyTheHouseMaySayIsDropped() throws Exception {
        door.send(door.as(GatewayClient.newUser(), "/api/workspaces")
                .header("On-Behalf-Of", UUID.randomUUID().toString())
                .header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-Prefix", "/evil")
                .header("Forwarded", "for=10.0.0.1")
                .header("Cookie", "a=b"));

        var recordedRequest = GatewayClient.WORKSPACE.received().getFirst();
        assertThat(recordedRequest.headers())
                .doesNotContainKeys("On-behalf-of", "Forwarded", "Cookie", "X-forwarded-prefix");
        assertThat(recordedRequest.header("X-forwarded-for")).isEqualTo("127.0.0.1");
        assertThat(recordedRequest.header("Authorization")).startsWith("Bearer ");
    }

    @Test
    void requestAndTraceIdsGoAlong() throws Exception {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        var answer = door.send(door.as(GatewayClient.newUser(), "/api/workspaces")
                .header("X-Request-Id", "request-7")
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));

        var recordedRequest = GatewayClient.WORKSPACE.received().getFirst();
        assertThat(recordedRequest.header("X-request-id")).isEqualTo("request-7");
        assertThat(recordedRequest.header("Traceparent")).contains(trace);
        assertThat(answer.headers().allValues("X-Request-Id")).containsExactly("request-7");
    }

    @Test
    void aRequestWithoutAnIdGetsOne() throws Exception {
        var answer = door.send(door.as(GatewayClient.newUser(), "/api/workspaces"));

        var id = answer.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(GatewayClient.WORKSPACE.received().getFirst().header("X-request-id"))
                .isEqualTo(id);
    }

    @Test
    void aBodyOfMoreThanAMebibyteIsRefused() throws Exception {
        var large = door.send(door.as(GatewayClient.newUser(), "/api/workspaces")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("x".repeat(1_100_000))));

        expect(large, 413, "payload-too-large");
        assertThat(GatewayClient.WORKSPACE.received()).isEmpty();
    }

    @Test
    void answersCarryTheSecurityHeaders() throws Exception {
        var headers =
                door.send(door.as(GatewayClient.newUser(), "/api/workspaces")).headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'");
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void onlyNamedOriginsMayAsk() throws Exception {
        var known = door.send(preflight("https://app.example.org"));
        var unknown = door.send(preflight("https://evil.example.org"));

        assertThat(known.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://app.example.org");
        expect(unknown, 403, "origin-not-allowed");
        assertThat(unknown.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void aForeignOriginIsRefusedWithAProblem() throws Exception {
        var foreign = door.send(
                door.as(GatewayClient.newUser(), "/api/workspaces").header("Origin", "https://evil.example.org"));

        expect(foreign, 403, "origin-not-allowed");
        assertThat(foreign.body()).contains("\"instance\":\"/api/workspaces\"");
        assertThat(GatewayClient.WORKSPACE.received()).isEmpty();
    }

    private HttpRequest.Builder preflight(String origin) {
        return door.to("/api/workspaces")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody());
    }

    static void expect(HttpResponse<String> answer, int status, String fact) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("urn:atelier:problem:" + fact);
    }
}
