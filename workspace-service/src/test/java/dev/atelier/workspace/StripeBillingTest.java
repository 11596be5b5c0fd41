package dev.atelier.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.testkit.tokens.TestTokens;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
@TestPropertySource(
        properties = {
            "atelier.plans.named.small.seats=3",
            "atelier.plans.named.small.prices=price_small",
            "atelier.plans.named.team.seats=50",
            "atelier.plans.named.team.prices=team-monthly",
            "atelier.billing.stripe.secret=whsec_of_the_test"
        })
class StripeBillingTest {
    private static final String ROUTE = "/api/public/webhooks/stripe";
    private static final long NOON = 1_795_780_800;

    @Autowired
    TestDataFactory town;

    TestUser lea;
    TestUser stripe;
    String workspace;
    String customer;

    @BeforeEach
    void aWorkspaceThatIsACustomer() {
        lea = town.person("Lea");
        stripe = new TestUser(lea.http(), lea.id(), "", Map.of());
        workspace = town.workspace(lea);
        customer = "cus_" + unique();
        var operator = lea.with("Authorization", TestTokens.bearer(TestTokens.operator(lea.id())))
                .with("If-Match", "\"1\"");
        operator.put(
                        workspace.replace("/api/", "/api/operator/") + "/plan",
                        Map.of("plan", "self-hosted", "paymentState", "CURRENT", "customerId", customer))
                .expect(200);
    }

    private static String unique() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static String sign(String body, long at, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var signature = mac.doFinal((at + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + at + ",v1=" + HexFormat.of().formatHex(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private TestResponse send(String body) {
        return stripe.with("Stripe-Signature", sign(body, Instant.now().getEpochSecond(), "whsec_of_the_test"))
                .send(HttpMethod.POST, ROUTE, body);
    }

    private static String event(String id, String type, long created, Map<String, ?> object) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "id",
                        id,
                        "object",
                        "event",
                        "api_version",
                        "2031-01-01.future",
                        "type",
                        type,
                        "created",
                        created,
                        "data",
                        Map.of("object", object)));
    }

    private String subscription(String change, long created, String status, Map<String, ?> price) {
        return event(
                "evt_" + unique(),
                "customer.subscription." + change,
                created,
                Map.of(
                        "id",
                        "sub_of_" + customer,
                        "customer",
                        customer,
                        "status",
                        status,
                        "items",
                        Map.of("data", List.of(Map.of("price", price)))));
    }

    private String invoice(String change, long created, String status, String number) {
        return event(
                "evt_" + unique(),
                "invoice." + change,
                created,
                Map.of(
                        "id",
                        "in_" + number + customer,
                        "customer",
                        customer,
                        "number",
                        number,
                        "status",
                        status,
                        "currency",
                        "eur",
                        "total",
                        4900,
                        "created",
                        NOON + number.length(),
                        "hosted_invoice_url",
                        "https://invoice.stripe.test/" + number));
    }

    private TestResponse plan() {
        return lea.get(workspace + "/plan").expect(200);
    }

    private void assertPlan(String plan, String payment) {
        assertThat(plan().get("plan")).isEqualTo(plan);
        assertThat(plan().get("paymentState")).isEqualTo(payment);
    }

    @Test
    void aSubscriptionGivesThePlanOfItsPriceAndItsEndTheUsualOne() {
        send(subscription("created", NOON, "active", Map.of("id", "price_small")))
                .expect(200);
        assertPlan("small", "CURRENT");

        send(subscription("updated", NOON + 10, "past_due", Map.of("id", "price_9", "lookup_key", "team-monthly")))
                .expect(200);
        assertPlan("team", "PAST_DUE");

        send(subscription("updated", NOON + 20, "unpaid", Map.of("id", "price_unknown")))
                .expect(200);
        assertPlan("team", "SUSPENDED");

        send(subscription("deleted", NOON + 30, "canceled", Map.of("id", "price_unknown")))
                .expect(200);
        assertPlan("self-hosted", "CURRENT");
    }

    @Test
    void whatTheOperatorSuspendedThePaymentProviderDoesNotLift() {
        var operator = lea.with("Authorization", TestTokens.bearer(TestTokens.operator(lea.id())));
        var path = workspace.replace("/api/", "/api/operator/") + "/plan";
        Map<String, ?> suspended = Map.of("plan", "self-hosted", "paymentState", "SUSPENDED", "customerId", customer);
        operator.with("If-Match", plan().etag()).put(path, suspended).expect(200);

        send(subscription("created", NOON, "active", Map.of("id", "price_small")))
                .expect(200);
        assertPlan("small", "SUSPENDED");
        send(subscription("deleted", NOON + 10, "canceled", Map.of("id", "price_small")))
                .expect(200);
        assertPlan("self-hosted", "SUSPENDED");

        operator.with("If-Match", plan().etag())
                .put(path, Map.of("plan", "self-hosted", "paymentState", "CURRENT", "customerId", customer))
                .expect(200);
        assertPlan("self-hosted", "CURRENT");
    }

    @Test
    void whatThePaymentProviderSuspendedTheOperatorMayHold() {
        send(subscription("created", NOON, "unpaid", Map.of("id", "price_small")))
                .expect(200);
        var operator = lea.with("Authorization", TestTokens.bearer(TestTokens.operator(lea.id())));
        operator.with("If-Match", plan().etag())
                .put(
                        workspace.replace("/api/", "/api/operator/") + "/plan",
                        Map.of("plan", "small", "paymentState", "SUSPENDED", "customerId", customer))
                .expect(200);

        send(subscription("updated", NOON + 10, "active", Map.of("id", "price_small")))
                .expect(200);

        assertPlan("small", "SUSPENDED");
    }

    @Test
    void whatComesLateOrAgainChangesNothing() {
        var first = subscription("updated", NOON, "past_due", Map.of("id", "price_small"));
        var second = subscription("updated", NOON + 10, "active", Map.of("id", "team", "lookup_key", "team-monthly"));
        send(second).expect(200);
        send(first).expect(200);
        assertPlan("team", "CURRENT");
        long facts = town.events(workspace).size();

        send(second).expect(200);
        send(first).expect(200);
        assertThat(town.events(workspace)).hasSize((int) facts);

        send(subscription("deleted", NOON + 20, "canceled", Map.of())).expect(200);
        send(subscription("updated", NOON + 20, "active", Map.of("id", "price_small")))
                .expect(200);
        assertPlan("self-hosted", "CURRENT");
    }

    @Test
    void theSameEventAtOnceCountsOnce() throws Exception {
        var body = subscription("updated", NOON, "past_due", Map.of("id", "price_small"));
        List<Callable<TestResponse>> all = IntStream.range(0, 16)
                .<Callable<TestResponse>>mapToObj(n -> () -> send(body))
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var answer : threads.invokeAll(all)) {
                answer.get().expect(200);
            }
        }

        assertPlan("small", "PAST_DUE");
        assertThat(town.events(workspace))
                .filteredOn(outboxMessage -> outboxMessage.type().equals("workspace.plan-changed"))
                .hasSize(1);
    }

    @Test
    void invoicesAreListedAsTheyWereSaidLast() {
        send(invoice("paid", NOON + 60, "paid", "A-1")).expect(200);
        send(invoice("finalized", NOON + 30, "open", "A-1")).expect(200);
        send(invoice("finalized", NOON + 90, "open", "A-22")).expect(200);

        var first = lea.get(workspace + "/invoices?limit=1").expect(200);
        assertThat(first.items("number")).containsExactly("A-22");
        assertThat(first.items("state")).containsExactly("OPEN");
        var rest =
                lea.get(workspace + "/invoices?limit=1&cursor=" + first.next()).expect(200);
        assertThat(rest.items("number")).containsExactly("A-1");
        assertThat(rest.items("state")).containsExactly("PAID");
        assertThat(rest.items("total")).containsExactly("4900");
        assertThat(rest.items("currency")).containsExactly("EUR");
        assertThat(rest.next()).isNull();
    }

    @Test
    void aFailedPaymentIsPastDueUntilItIsPaidInWhateverOrderThatIsHeard() {
        send(invoice("payment_failed", NOON + 10, "open", "A-1")).expect(200);
        assertPlan("self-hosted", "PAST_DUE");
        send(invoice("paid", NOON + 20, "paid", "A-1")).expect(200);
        assertPlan("self-hosted", "CURRENT");
        send(invoice("payment_failed", NOON + 15, "open", "A-1")).expect(200);
        assertPlan("self-hosted", "CURRENT");
    }

    private TestResponse checkOut(String buyer, String reference) {
        return send(event(
                "evt_" + unique(),
                "checkout.session.completed",
                Instant.now().getEpochSecond(),
                Map.of("id", "cs_" + unique(), "customer", buyer, "client_reference_id", reference)));
    }

    private String reference(String of) {
        return String.valueOf(
                lea.post(of + "/checkout-references", Map.of()).expect(201).get("reference"));
    }

    @Test
    void aCheckoutWithAReferenceOfOursLinksItsCustomer() {
        var other = town.workspace(lea);
        var buyer = "cus_" + unique();
        var reference = reference(other);
        assertThat(reference).matches("[A-Za-z0-9_-]{75}");

        checkOut(buyer, reference).expect(200);

        assertThat(lea.get(other + "/plan").get("customerId")).isEqualTo(buyer);
        lea.post(other + "/checkout-references", Map.of()).expectProblem(409, "customer-already-linked");
    }

    @Test
    void aReferenceThatTheBuyerChoseLinksNothing() {
        var other = town.workspace(lea);
        var id = other.substring(other.lastIndexOf('/') + 1);
        var reference = reference(other);

        checkOut("cus_" + unique(), id).expect(200);
        checkOut("cus_" + unique(), reference.substring(1) + "A").expect(200);
        send(event(
                        "evt_" + unique(),
                        "checkout.session.completed",
                        Instant.now().getEpochSecond() + 8 * 24 * 3600,
                        Map.of("id", "cs_late", "customer", "cus_" + unique(), "client_reference_id", reference)))
                .expect(200);

        assertThat(lea.get(other + "/plan").get("customerId")).isEmpty();
    }

    @Test
    void aReferenceIsForTheManager() {
        var noah = town.person("Noah");
        town.addMember(workspace, lea, noah);

        noah.post(workspace + "/checkout-references", Map.of()).expect(403);
        town.person("Mia").post(workspace + "/checkout-references", Map.of()).expect(404);
    }

    @Test
    void anotherCustomerMayPayOnceAllHasEnded() {
        send(subscription("created", NOON, "active", Map.of("id", "price_small")))
                .expect(200);
        lea.post(workspace + "/checkout-references", Map.of()).expectProblem(409, "customer-already-linked");
        send(subscription("deleted", NOON + 10, "canceled", Map.of())).expect(200);
        var buyer = "cus_" + unique();

        checkOut(buyer, reference(workspace)).expect(200);

        assertThat(plan().get("customerId")).isEqualTo(buyer);
    }

    @Test
    void whatIsSaidOfACustomerBeforeItIsLinkedTakesEffectWithTheLink() {
        var other = town.workspace(lea);
        var reference = reference(other);
        customer = "cus_" + unique();
        var updated = subscription("updated", NOON + 1, "active", Map.of("id", "price_small"));
        send(updated).expect(200);
        send(subscription("created", NOON, "incomplete", Map.of("id", "price_small")))
                .expect(200);
        send(invoice("paid", NOON, "paid", "B-1")).expect(200);
        assertThat(lea.get(other + "/plan").get("plan")).isEqualTo("self-hosted");

        checkOut(customer, reference).expect(200);
        send(updated).expect(200);

        assertThat(lea.get(other + "/plan").get("plan")).isEqualTo("small");
        assertThat(lea.get(other + "/plan").get("paymentState")).isEqualTo("CURRENT");
        assertThat(lea.get(other + "/invoices").expect(200).items("number")).containsExactly("B-1");
    }

    @Test
    void ofACustomerThatIsNotLinkedFiftyEventsWait() {
        customer = "cus_" + unique();
        for (int n = 0; n < 50; n++) {
            send(subscription("updated", NOON + n, "active", Map.of("id", "price_small")))
                    .expect(200);
        }

        send(subscription("updated", NOON + 50, "active", Map.of("id", "price_small")))
                .expectProblem(503, "too-many-unplaced-events");
    }

    @Test
    void ofTheSameSecondWhatIsSaidCountsAndNotWhatComesLast() {
        send(subscription("updated", NOON, "active", Map.of("id", "price_small")))
                .expect(200);
        send(subscription("created", NOON, "incomplete", Map.of("id", "price_small")))
                .expect(200);
        assertPlan("small", "CURRENT");

        send(invoice("payment_failed", NOON + 10, "open", "C-1")).expect(200);
        assertPlan("small", "PAST_DUE");
        send(invoice("paid", NOON + 10, "paid", "C-1")).expect(200);
        assertPlan("small", "CURRENT");
        send(invoice("payment_failed", NOON + 10, "open", "C-1")).expect(200);
        assertPlan("small", "CURRENT");
    }

    @Test
    void aPausedSubscriptionSuspendsAndAResumedOneOpens() {
        send(subscription("created", NOON, "trialing", Map.of("id", "price_small")))
                .expect(200);
        send(subscription("paused", NOON + 10, "paused", Map.of("id", "price_small")))
                .expect(200);
        assertPlan("small", "SUSPENDED");

        send(subscription("resumed", NOON + 20, "active", Map.of("id", "price_small")))
                .expect(200);
        assertPlan("small", "CURRENT");
    }

    @Test
    void whatMeansNothingHereIsTaken() {
        send(event("evt_" + unique(), "charge.refunded", NOON, Map.of("customer", customer)))
                .expect(200);
        send(event("evt_" + unique(), "invoice.paid", NOON, Map.of("customer", "cus_unknown")))
                .expect(200);
        send(event("evt_" + unique(), "invoice.paid", NOON, Map.of())).expect(200);
        assertPlan("self-hosted", "CURRENT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "t=",
                "t=now,v1=00",
                "v1=00",
                "t=1,,=,v1",
                "t",
                "t=99999999999999999999,v1=00",
                "t=%d,v1=00",
                "t=%d,v0=%s",
            })
    void whatIsNotSignedIsRefused(String header) {
        var body = subscription("updated", NOON, "unpaid", Map.of("id", "price_small"));
        long now = Instant.now().getEpochSecond();
        var signature = sign(body, now, "whsec_of_the_test").split("v1=", -1)[1];

        var sent = stripe.with("Stripe-Signature", header.formatted(now, signature))
                .send(HttpMethod.POST, ROUTE, body);

        assertThat(sent.expectProblem(400, "invalid-input").errors()).containsExactly("Stripe-Signature");
        assertPlan("self-hosted", "CURRENT");
    }

    @Test
    void whatIsSignedOtherwiseLongAgoOrChangedIsRefused() {
        var body = subscription("updated", NOON, "unpaid", Map.of("id", "price_small"));
        long now = Instant.now().getEpochSecond();

        stripe.send(HttpMethod.POST, ROUTE, body).expectProblem(400, "invalid-input");
        stripe.with("Stripe-Signature", sign(body, now, "whsec_other"))
                .send(HttpMethod.POST, ROUTE, body)
                .expectProblem(400, "invalid-input");
        stripe.with("Stripe-Signature", sign(body, now - 330, "whsec_of_the_test"))
                .send(HttpMethod.POST, ROUTE, body)
                .expectProblem(400, "invalid-input");
        stripe.with("Stripe-Signature", sign(body, now, "whsec_of_the_test"))
                .send(HttpMethod.POST, ROUTE, body + " ")
                .expectProblem(400, "invalid-input");
        assertPlan("self-hosted", "CURRENT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "{}", "nonsense", "{\"id\": 1}", "{\"id\": \"a\", \"type\": \"b\", \"created\": \"c\"}"})
    void whatIsSignedButNoEventIsRefused(String body) {
        send(body).expectProblem(400, "invalid-input");
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        send("{\"id\": \"" + "x".repeat(1 << 20) + "\"}").expect(413);
    }
}
