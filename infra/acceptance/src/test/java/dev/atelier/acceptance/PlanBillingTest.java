package dev.atelier.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.client.ApiClientResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A workspace has a plan, pays for it, and is refused beyond its limits. */
class PlanBillingTest {
    private static final String STRIPE = "/api/public/webhooks/stripe";

    private final RunningSystem system = RunningSystem.get();
    private final RunningSystem.TestTeam team = system.team();
    private final String customer = "cus_" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void theOperatorGivesAPlanThePaymentProviderSaysHowItIsPaidAndItsLimitsHold() {
        var lea = team.manager().person();
        var agent = system.publishedAgent(team);
        operatorSets(Map.of("plan", "self-hosted", "paymentState", "CURRENT", "customerId", customer))
                .expect(200);

        says("customer.subscription.created", subscription("active")).expect(200);

        var plan = lea.get(team.path("/plan")).expect(200);
        assertThat(plan.text("plan")).isEqualTo("small");
        assertThat(plan.json().at("/seats/limit").asInt()).isEqualTo(3);
        assertThat(plan.json().at("/seats/used").asInt()).isEqualTo(2);
        lea.post(team.path("/invitations"), Map.of("email", "third@bakery.example"))
                .expect(201);
        var full = lea.post(team.path("/invitations"), Map.of("email", "fourth@bakery.example"))
                .expect(403);
        assertThat(full.text("type")).isEqualTo("urn:atelier:problem:seat-limit-reached");

        var project = lea.post(team.path("/projects"), Map.of("name", "Oven"))
                .expect(201)
                .text("id");
        var run = Map.of("agentId", agent, "projectId", project, "input", "How are things?");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> lea.postOnce(team.path("/runs"), run).status() == 202);
        // More runs may start until agent-run-service has consumed the plan; all of them count.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> lea.postOnce(team.path("/runs"), run).status() == 403);
        assertThat(lea.postOnce(team.path("/runs"), run).expect(403).text("type"))
                .isEqualTo("urn:atelier:problem:run-limit-reached");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> lea.get(team.path("/plan"))
                                .json()
                                .at("/runsPerMonth/used")
                                .asInt()
                        >= 1);

        says("invoice.payment_failed", invoice("open")).expect(200);
        says("customer.subscription.updated", subscription("unpaid")).expect(200);
        assertThat(lea.get(team.path("/plan")).text("paymentState")).isEqualTo("SUSPENDED");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> lea.postOnce(team.path("/runs"), run).status() == 402);
        assertThat(lea.get(team.path("/invoices"))
                        .expect(200)
                        .json()
                        .at("/items/0/state")
                        .asString())
                .isEqualTo("OPEN");
        team.member().person().get(team.path("/invoices")).expect(403);

        var history = lea.get(team.path("/audit-log?type=workspace.limit-reached"))
                .expect(200)
                .json()
                .path("items");
        assertThat(history.size()).isEqualTo(2);
    }

    @Test
    void theManagerAloneSaysToWhomBillsGo() {
        var billing = team.path("/billing-details");
        var details = Map.of(
                "contactName",
                "Lea Martin",
                "email",
                "bills@bakery.example",
                "address",
                Map.of("line1", "1 rue du Four", "city", "Lyon", "country", "FR"));

        team.manager()
                .person()
                .request("PUT", billing, details, Map.of("If-Match", "\"0\""))
                .expect(200);

        assertThat(team.manager().person().get(billing).expect(200).etag()).isEqualTo("\"1\"");
        team.member().person().get(billing).expect(403);
        system.neighbours().stranger().get(billing).expect(404);
    }

    @Test
    void whatThePaymentProviderDidNotSignIsRefused() {
        var body = event("customer.subscription.updated", subscription("unpaid"));

        system.neighbours().nobody().request("POST", STRIPE, body, Map.of()).expect(400);
        system.neighbours()
                .nobody()
                .request("POST", STRIPE, body, Map.of("Stripe-Signature", sign(body, "whsec_of_somebody")))
                .expect(400);
    }

    private ApiClientResponse operatorSets(Map<String, String> plan) {
        var path = "/api/operator/workspaces/" + team.workspace() + "/plan";
        var etag = system.operator().get(path).expect(200).etag();
        return system.operator().request("PUT", path, plan, Map.of("If-Match", etag));
    }

    private ApiClientResponse says(String type, Map<String, ?> object) {
        var body = event(type, object);
        return system.neighbours()
                .nobody()
                .request("POST", STRIPE, body, Map.of("Stripe-Signature", sign(body, "whsec_of_the_stories")));
    }

    private Map<String, ?> subscription(String status) {
        return Map.of(
                "id",
                "sub_of_" + customer,
                "customer",
                customer,
                "status",
                status,
                "items",
                Map.of("data", List.of(Map.of("price", Map.of("id", "price_small")))));
    }

    private Map<String, ?> invoice(String status) {
        return Map.of(
                "id",
                "in_of_" + customer,
                "customer",
                customer,
                "status",
                status,
                "currency",
                "eur",
                "total",
                4900,
                "created",
                Instant.now().getEpochSecond());
    }

    private static String event(String type, Map<String, ?> object) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "id",
                        "evt_" + UUID.randomUUID(),
                        "type",
                        type,
                        "created",
                        Instant.now().getEpochSecond(),
                        "data",
                        Map.of("object", object)));
    }

    private static String sign(String body, String secret) {
        try {
            long now = Instant.now().getEpochSecond();
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var signature = mac.doFinal((now + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + now + ",v1=" + HexFormat.of().formatHex(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
