package dev.atelier.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.testkit.tokens.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.node.MissingNode;

@ServiceTest
@TestPropertySource(
        properties = {
            "atelier.plans.named.small.seats=3",
            "atelier.plans.named.small.runs-per-month=2",
            "atelier.plans.named.small.storage=1000B",
            "atelier.plans.named.tiny.seats=1"
        })
class PlanTest {
    @Autowired
    TestDataFactory town;

    @Autowired
    @Qualifier("planLimitUpdater") ApplicationRunner start;

    TestUser lea;
    TestUser operator;
    String workspace;
    String asOperator;

    @BeforeEach
    void aWorkspace() {
        lea = town.person("Lea");
        var someone = town.person("Olga");
        operator = someone.with("Authorization", TestTokens.bearer(TestTokens.operator(someone.id())));
        workspace = town.workspace(lea);
        asOperator = workspace.replace("/api/", "/api/operator/") + "/plan";
    }

    private TestResponse set(String plan, String payment, @Nullable String customer) {
        var body = customer == null
                ? Map.of("plan", plan, "paymentState", payment)
                : Map.of("plan", plan, "paymentState", payment, "customerId", customer);
        var etag = operator.get(asOperator).expect(200).etag();
        return operator.with("If-Match", etag).put(asOperator, body);
    }

    private TestResponse invite(String name) {
        return lea.post(workspace + "/invitations", Map.of("email", name + "@example.org"));
    }

    private TestResponse upload(String action, int bytes) {
        var request = lea.http()
                .post()
                .uri(java.net.URI.create(action + "/attachments"))
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Disposition", "attachment; filename=a.txt")
                .body("x".repeat(bytes).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        lea.headers().forEach(request::header);
        return request.exchange((sent, response) -> {
            var text = new String(response.getBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            var json = text.startsWith("{")
                    ? tools.jackson.databind.json.JsonMapper.shared().readTree(text)
                    : MissingNode.getInstance();
            return new TestResponse(response.getStatusCode().value(), response.getHeaders(), json, text);
        });
    }

    private long facts(String type) {
        return town.events(workspace).stream()
                .filter(outboxMessage -> outboxMessage.type().equals(type))
                .count();
    }

    @Test
    void aWorkspaceBeginsWithThePlanThatLimitsNothing() {
        var plan = lea.get(workspace + "/plan").expect(200);

        assertThat(plan.get("plan")).isEqualTo("self-hosted");
        assertThat(plan.get("paymentState")).isEqualTo("CURRENT");
        assertThat(plan.json().at("/seats/limit").isNull()).isTrue();
        assertThat(plan.json().at("/seats/used").asInt()).isEqualTo(1);
        assertThat(plan.json().at("/storageBytes/used").asInt()).isZero();
    }

    @Test
    void theOperatorGivesAnotherPlanAndTheManagerSeesIt() {
        var set = set("small", "PAST_DUE", "cus_A1").expect(200);

        var seen = lea.get(workspace + "/plan").expect(200);
        assertThat(seen.text()).isEqualTo(set.text());
        assertThat(seen.get("customerId")).isEqualTo("cus_A1");
        assertThat(seen.json().at("/seats/limit").asInt()).isEqualTo(3);
        assertThat(seen.json().at("/runsPerMonth/limit").asInt()).isEqualTo(2);
        assertThat(facts("workspace.plan-changed")).isEqualTo(1);
        assertThat(facts("workspace.payment-state-changed")).isEqualTo(1);
        invite("ada").expect(201);
        set("small", "PAST_DUE", "cus_A1").expect(200);
        assertThat(facts("workspace.plan-changed")).isEqualTo(1);
    }

    @Test
    void whenTheSettingsChangedAWorkspaceHasTheNewLimitsFromTheNextStartOn() throws Exception {
        set("small", "PAST_DUE", null).expect(200);
        var id = UUID.fromString(workspace.substring(workspace.lastIndexOf('/') + 1));
        town.mongo()
                .getCollection("workspaces")
                .updateOne(new Document("_id", id), new Document("$set", new Document("plan.limits.seats", 9)));
        assertThat(lea.get(workspace + "/plan").json().at("/seats/limit").asInt())
                .isEqualTo(9);

        start.run(new DefaultApplicationArguments());
        start.run(new DefaultApplicationArguments());

        var plan = lea.get(workspace + "/plan").expect(200);
        assertThat(plan.json().at("/seats/limit").asInt()).isEqualTo(3);
        assertThat(plan.get("paymentState")).isEqualTo("PAST_DUE");
        assertThat(facts("workspace.plan-changed")).isEqualTo(2);
    }

    @Test
    void nobodyElseSeesOrSetsIt() {
        var noah = town.person("Noah");
        town.addMember(workspace, lea, noah);
        var stranger = town.person("Sam");

        for (var path : new String[] {"/plan", "/billing-details", "/invoices"}) {
            noah.get(workspace + path).expect(403);
            stranger.get(workspace + path).expectProblem(404, "not-found");
        }
        lea.get(asOperator).expect(403);
        lea.with("If-Match", "\"1\"")
                .put(asOperator, Map.of("plan", "small", "paymentState", "CURRENT"))
                .expect(403);
        operator.get(workspace + "/plan").expectProblem(404, "not-found");
        operator.get("/api/operator/workspaces/019ab2f3-0000-7000-8000-000000000000/plan")
                .expectProblem(404, "not-found");
    }

    @Test
    void aCustomerPaysForOneWorkspace() {
        set("small", "CURRENT", "cus_B2").expect(200);
        var first = asOperator;
        asOperator = town.workspace(lea).replace("/api/", "/api/operator/") + "/plan";

        set("small", "CURRENT", "cus_B2").expectProblem(409, "customer-taken");

        var second = asOperator;
        asOperator = first;
        set("small", "CURRENT", null).expect(200);
        asOperator = second;
        set("small", "CURRENT", "cus_B2").expect(200);
    }

    @Test
    void whatWasChangedMeanwhileIsNotOverwritten() {
        set("small", "CURRENT", null).expect(200);

        operator.with("If-Match", "\"1\"")
                .put(asOperator, Map.of("plan", "tiny", "paymentState", "CURRENT"))
                .expectProblem(412, "stale");
        operator.put(asOperator, Map.of("plan", "tiny", "paymentState", "CURRENT"))
                .expect(428);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}|plan",
                "{\"plan\": \"huge\", \"paymentState\": \"CURRENT\"}|plan",
                "{\"plan\": \"small\"}|paymentState",
                "{\"plan\": \"small\", \"paymentState\": \"LATE\"}|paymentState",
                "{\"plan\": \"small\", \"paymentState\": \"CURRENT\", \"customerId\": \"acct_1\"}|customerId",
                "{\"plan\": \"small\", \"paymentState\": \"CURRENT\", \"customerId\": \"\"}|customerId",
                "{\"plan\": \"small\", \"paymentState\": \"CURRENT\", \"seats\": 9}|seats",
            })
    void theFieldThatIsWrongIsNamed(String body, String field) {
        assertThat(operator.with("If-Match", "\"1\"")
                        .send(HttpMethod.PUT, asOperator, body)
                        .expectProblem(400, "invalid-input")
                        .errors())
                .contains(field);
    }

    @Test
    void seatsAreTheWorkspacesPlansAndRefusedWithTheWayOut() {
        set("small", "CURRENT", null).expect(200);
        invite("ada").expect(201);
        invite("ben").expect(201);

        var refused = invite("cleo").expectProblem(403, "seat-limit-reached");
        invite("dora").expectProblem(403, "seat-limit-reached");

        assertThat(refused.json().path("limit").asInt()).isEqualTo(3);
        assertThat(refused.json().path("used").asInt()).isEqualTo(3);
        assertThat(refused.get("detail")).contains("Take an invitation back").contains("larger plan");
        assertThat(facts("workspace.limit-reached")).isEqualTo(1);
        assertThat(lea.get(workspace + "/plan").json().at("/seats/used").asInt())
                .isEqualTo(3);
    }

    @Test
    void aListThatIsTooLongSaysThatTheLimitIsReached() {
        set("small", "CURRENT", null).expect(200);

        lea.with("Idempotency-Key", "list")
                .post(
                        workspace + "/invitations/bulk",
                        Map.of("emails", List.of("a@example.org", "b@example.org", "c@example.org")))
                .expect(200);

        assertThat(facts("workspace.limit-reached")).isEqualTo(1);
    }

    @Test
    void fewerSeatsThanWereInvitedLetInAsManyAsThereAre() {
        var noah = town.person("Noah");
        var invitation = lea.post(workspace + "/invitations", Map.of("email", noah.email()))
                .expect(201)
                .id();
        set("tiny", "CURRENT", null).expect(200);
        var token = Map.of("token", town.token(invitation));

        noah.post("/api/invitations/accept", token).expectProblem(403, "seat-limit-reached");

        set("small", "CURRENT", null).expect(200);
        noah.post("/api/invitations/accept", token).expect(200);
    }

    @Test
    void filesTakeStorageAndGiveItBack() {
        var action = town.action(town.project(workspace, lea), lea, "Plan");
        upload(action, 400).expect(201);
        set("small", "CURRENT", null).expect(200);
        var second = upload(action, 600).expect(201).id();

        var refused = upload(action, 1).expectProblem(403, "storage-limit-reached");

        assertThat(refused.json().path("limit").asInt()).isEqualTo(1000);
        assertThat(refused.json().path("used").asInt()).isEqualTo(1000);
        assertThat(refused.get("detail")).contains("Delete files");
        assertThat(facts("workspace.limit-reached")).isEqualTo(1);
        lea.delete(action + "/attachments/" + second).expect(204);
        assertThat(lea.get(workspace + "/plan").json().at("/storageBytes/used").asInt())
                .isEqualTo(400);
        upload(action, 601).expectProblem(403, "storage-limit-reached");
        upload(action, 600).expect(201);
    }

    @Test
    void aRepeatedUploadIntoAFullWorkspaceIsAnsweredAsTheFirst() {
        set("small", "CURRENT", null).expect(200);
        var action = town.action(town.project(workspace, lea), lea, "Plan");
        var once = lea.with("Idempotency-Key", "full");
        var first = AttachmentClient.upload(once, action, new byte[1_000]).expect(201);

        assertThat(AttachmentClient.upload(once, action, new byte[1_000])
                        .expect(201)
                        .id())
                .isEqualTo(first.id());

        AttachmentClient.upload(once, action, new byte[999]).expectProblem(422, "idempotency-key-reused");
        AttachmentClient.upload(lea.with("Idempotency-Key", "another"), action, new byte[1])
                .expectProblem(403, "storage-limit-reached");
        assertThat(lea.get(action + "/attachments").items("id")).containsExactly(first.id());
    }

    @Test
    void deletedActionsGiveTheirStorageBack() {
        var project = town.project(workspace, lea);
        var action = town.action(project, lea, "Plan");
        upload(action, 700).expect(201);

        lea.send(HttpMethod.DELETE, action, Map.of("name", "Plan")).expect(202);

        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(lea.get(workspace + "/plan")
                                .json()
                                .at("/storageBytes/used")
                                .asInt())
                        .isZero());
    }

    @Test
    void filesAtOnceNeverTakeMoreThanThereIs() throws Exception {
        set("small", "CURRENT", null).expect(200);
        var project = town.project(workspace, lea);
        List<Callable<TestResponse>> all = IntStream.range(0, 16)
                .<Callable<TestResponse>>mapToObj(n -> {
                    var action = town.action(project, lea, "Plan " + n);
                    return () -> upload(action, 300);
                })
                .toList();
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var answer : threads.invokeAll(all)) {
                statuses.add(answer.get().status());
            }
        }

        assertThat(statuses).containsOnly(201, 403);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(3);
        assertThat(facts("workspace.limit-reached")).isEqualTo(1);
    }

    @Test
    void nothingNewBeginsInASuspendedWorkspaceAndWhatIsThereStays() {
        var action = town.action(town.project(workspace, lea), lea, "Plan");
        var noah = town.person("Noah");
        var invitation = lea.post(workspace + "/invitations", Map.of("email", noah.email()))
                .expect(201)
                .id();
        var token = Map.of("token", town.token(invitation));
        set("self-hosted", "SUSPENDED", null).expect(200);

        invite("ada").expectProblem(402, "workspace-suspended");
        upload(action, 1).expectProblem(402, "workspace-suspended");
        noah.post("/api/invitations/accept", token).expectProblem(402, "workspace-suspended");
        lea.patch(action, lea.get(action).etag(), Map.of("title", "Go on")).expect(200);
        lea.get(workspace + "/members").expect(200);

        set("self-hosted", "CURRENT", null).expect(200);
        noah.post("/api/invitations/accept", token).expect(200);
    }

    @Test
    void theManagerSaysToWhomBillsGo() {
        var billing = workspace + "/billing-details";
        assertThat(lea.get(billing).expect(200).etag()).isEqualTo("\"0\"");
        var details = Map.of(
                "contactName", "Lea Martin",
                "email", "bills@example.org",
                "company", "Bakery Martin",
                "taxId", "FR 83 404 833 048",
                "address", Map.of("line1", "1 rue du Four", "postalCode", "69001", "city", "Lyon", "country", "FR"));

        var set = lea.with("If-Match", "\"0\"").put(billing, details).expect(200);

        assertThat(set.etag()).isEqualTo("\"1\"");
        assertThat(lea.get(billing).json().at("/details/address/city").asString())
                .isEqualTo("Lyon");
        lea.with("If-Match", "\"0\"").put(billing, details).expectProblem(412, "stale");
        lea.with("If-Match", "\"1\"").put(billing, details).expect(200);
        assertThat(facts("workspace.billing-details-changed")).isEqualTo(2);
        assertThat(Objects.requireNonNull(town.events(workspace)).toString()).doesNotContain("bills@example.org");
    }

    @ParameterizedTest
    @CsvSource({
        "contactName, '', contactName",
        "contactName, x121, contactName",
        "email, nobody, email",
        "company, x201, company",
        "taxId, FR<1>, taxId",
        "taxId, x41, taxId",
        "line1, '', address.line1",
        "line2, x201, address.line2",
        "postalCode, x21, address.postalCode",
        "city, x101, address.city",
        "country, fr, address.country",
        "country, FRA, address.country",
        "planet, Earth, planet",
    })
    void aBillingFieldThatIsWrongIsNamed(String field, String value, String named) {
        var text = value.matches("x\\d+") ? "x".repeat(Integer.parseInt(value.substring(1))) : value;
        var address = new java.util.HashMap<>(Map.of("line1", "1 rue du Four", "city", "Lyon", "country", "FR"));
        var body = new java.util.HashMap<String, Object>(
                Map.of("contactName", "Lea", "email", "lea@example.org", "address", address));
        if (named.startsWith("address.")) {
            address.put(field, text);
        } else {
            body.put(field, text);
        }

        assertThat(lea.with("If-Match", "\"0\"")
                        .put(workspace + "/billing-details", body)
                        .expectProblem(400, "invalid-input")
                        .errors())
                .contains(named);
    }
}
