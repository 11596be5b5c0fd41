package dev.atelier.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.AgentRunEvent.RunCompleted;
import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.RunId;
import dev.atelier.report.TestDataFactory.TestWorkspace;
import dev.atelier.testkit.OpenApiGoldenFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Requests, generation and access of reports. */
@ServiceTest
class ReportTest {
    private static final String RUN = """
            {"run":{"id":"%s","agentId":"%s","agentVersion":2,"agentName":"Weekly status","projectId":"%s","startedBy":"%s",
             "input":"How do we stand?","sendReportByMail":true,"state":"COMPLETED","createdAt":"2026-01-02T03:04:05Z",
             "endedAt":"2026-01-02T03:06:05Z","result":"All is **well**.","inputTokens":10,"outputTokens":5,"costMicros":0,
             "currency":"EUR"},
             "workspaceName":"Bakery","projectName":"Bread","steps":[
             {"kind":"MODEL","sequence":3,"occurredAt":"2026-01-02T03:04:06Z","model":"atelier/built-in","prompt":[],"answer":"","calls":[],
              "inputTokens":10,"outputTokens":5,"costMicros":0,"currency":"EUR","durationMillis":12},
             {"kind":"APPROVAL","sequence":4,"occurredAt":"2026-01-02T03:04:07Z","approvalId":"%s","callId":"1","tool":"create_action",
              "arguments":{"title":"Buy flour"},"approver":"MANAGER",
              "decision":{"outcome":"REJECTED","decidedBy":"%s","decidedAt":"2026-01-02T03:05:00Z","comment":"We have enough."}}]}
            """;

    @Autowired
    private TestDataFactory village;

    @Autowired
    private MongoTemplate mongo;

    @LocalServerPort
    private int port;

    private final FakeServices fakeServices = FakeServices.shared();
    private TestWorkspace place;

    @BeforeEach
    void aPlace() {
        place = village.place();
        fakeServices.actions(FakeServices.actionsOf(
                place.member().toString(), "2026-01-15T12:00:00Z", "Knead the dough", "Öfen heizen"));
        fakeServices.run(FakeServices::unavailable);
    }

    @Test
    void theDocumentIsTheOneCheckedIn() {
        OpenApiGoldenFile.check(port);
    }

    @Test
    void aParticipantGetsAProjectReportAsPdf() throws Exception {
        var member = village.as(place.member());
        var requested = member.post(place.reports(), project());
        assertThat(requested.status()).as(requested.text()).isEqualTo(202);
        var path = place.reports() + "/" + requested.id();
        assertThat(requested.headers().getFirst("Location")).isEqualTo(path);

        assertThat(village.ended(member, path).json().path("state").asString()).isEqualTo("READY");

        var content = member.get(path + "/content");
        assertThat(content.headers().getContentType()).hasToString("application/pdf");
        assertThat(content.headers().getETag()).matches("\"[0-9a-f]{64}\"");
        assertThat(content.headers().getContentDisposition().getFilename())
                .matches("project report \\d{4}-\\d{2}-\\d{2}\\.pdf")
                .doesNotContain(requested.id());
        assertThat(text(content.bytes())).contains("Crème brûlée", "Knead the dough", "Öfen heizen", "Noah Müller");
        assertThat(fakeServices.asked()).anyMatch(line -> line.endsWith("for " + place.member()));
        assertThat(said(requested.id())).containsExactly("report.report-requested", "report.report-ready");
    }

    @Test
    void onlyActionsOfThePeriodAreInIt() throws Exception {
        var member = village.as(place.member());
        var id = member.post(
                        place.reports(),
                        Map.of("kind", "PROJECT", "projectId", place.project().toString(), "from", "2026-02-01"))
                .id();
        village.ended(member, place.reports() + "/" + id);
        assertThat(text(member.get(place.reports() + "/" + id + "/content").bytes()))
                .doesNotContain("Knead the dough");
    }

    @Test
    void aRunThatWantedAReportGetsOneAtItsEnd() throws Exception {
        var run = RunId.next();
        fakeServices.run(FakeServices.json(RUN.formatted(
                run, AgentId.next(), place.project(), place.member(), UUID.randomUUID(), place.manager())));
        village.say(completed(run, true), 1);

        var list = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> village.as(place.member())
                                .get(place.reports())
                                .json()
                                .path("items"),
                        items -> items.size() == 1);
        var path = place.reports() + "/" + list.path(0).path("id").asString();
        assertThat(village.ended(village.as(place.member()), path)
                        .json()
                        .path("sendByMail")
                        .asBoolean())
                .isTrue();
        assertThat(text(village.as(place.member())
                        .getThroughNotifications(path.replace("/api", "/internal") + "/content")
                        .bytes()))
                .contains(
                        "How do we stand?", "All is", "well", "Buy flour", "Rejected", "Lea Müller", "We have enough.");
    }

    @Test
    void aRunThatWantedNoneGetsNone() {
        village.say(completed(RunId.next(), false), 1);
        var wanted = RunId.next();
        village.say(completed(wanted, true), 1);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> village.as(place.member())
                                .get(place.reports())
                                .json()
                                .path("items")
                                .size()
                        == 1);
    }

    @Test
    void theRunOfAnotherProjectIsNotFoundAndNoReportOfItIsMade() {
        var run = RunId.next();
        fakeServices.run(FakeServices.json(RUN.formatted(
                run, AgentId.next(), ProjectId.next(), place.member(), UUID.randomUUID(), place.manager())));
        var member = village.as(place.member());

        var testResponse = member.post(place.reports(), ofRun(run));

        assertThat(testResponse.status()).as(testResponse.text()).isEqualTo(404);
        assertThat(member.get(place.reports()).json().path("items")).isEmpty();
    }

    @Test
    void aRunThatTurnsOutToBeOfAnotherProjectGivesNoReport() {
        var run = RunId.next();
        fakeServices.run(FakeServices.json(RUN.formatted(
                run, AgentId.next(), ProjectId.next(), place.member(), UUID.randomUUID(), place.manager())));
        village.say(completed(run, true), 1);
        var member = village.as(place.member());
        var id = await().atMost(Duration.ofSeconds(60))
                .until(() -> member.get(place.reports()).json().path("items"), items -> items.size() == 1)
                .path(0)
                .path("id")
                .asString();

        assertThat(village.ended(member, place.reports() + "/" + id)
                        .json()
                        .path("failure")
                        .path("code")
                        .asString())
                .isEqualTo("no-longer-allowed");
    }

    @Test
    void aParticipantGetsTheReportOfARunOfTheProject() {
        var run = RunId.next();
        answerOfTheRun(run, "All is **well**.");
        var member = village.as(place.member());
        var id = member.post(place.reports(), ofRun(run)).id();
        assertThat(village.ended(member, place.reports() + "/" + id)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("READY");
    }

    @ParameterizedTest
    @ValueSource(strings = {">20000", "* 1000", "<a 5000"})
    void anAnswerThatNoParserSurvivesKeepsNobodyElseFromTheirReports(String lethal) {
        var run = RunId.next();
        int digits = lethal.replaceFirst("^\\D+", "").length();
        answerOfTheRun(
                run,
                lethal.substring(0, lethal.length() - digits)
                                .repeat(Integer.parseInt(lethal.substring(lethal.length() - digits)))
                        + "x");
        var member = village.as(place.member());
        var first = member.post(place.reports(), ofRun(run)).id();
        var second = member.post(place.reports(), ofRun(run)).id();
        var elsewhere = village.place();
        var other = village.as(elsewhere.member());
        var third = other.post(
                        elsewhere.reports(),
                        Map.of(
                                "kind",
                                "PROJECT",
                                "projectId",
                                elsewhere.project().toString()))
                .id();

        assertThat(village.ended(other, elsewhere.reports() + "/" + third)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("READY");
        for (var id : List.of(first, second)) {
            assertThat(village.ended(member, place.reports() + "/" + id)
                            .json()
                            .path("state")
                            .asString())
                    .isEqualTo("READY");
        }
    }

    @Test
    void aReportWhoseMakersDiedIsGivenUpAfterItsAttempts() {
        fakeServices.actions(exchange -> {
            throw new IllegalStateException("never asked");
        });
        var member = village.as(place.member());
        var now = Date.from(Instant.EPOCH);
        var id = UUID.randomUUID();
        mongo.getCollection("reports")
                .insertOne(new Document("_id", id)
                        .append("_class", "report")
                        .append("version", 3L)
                        .append("workspaceId", place.workspace().value())
                        .append("projectId", place.project().value())
                        .append("kind", "PROJECT")
                        .append("requestedBy", place.member().value())
                        .append("mailWanted", false)
                        .append("state", "REQUESTED")
                        .append("requestedAt", now));
        mongo.getCollection("work_items")
                .insertOne(new Document("_id", "reports:" + id)
                        .append("queue", "reports")
                        .append("item", id.toString())
                        .append("kind", "report")
                        .append("workspaceId", place.workspace().value())
                        .append("lane", place.workspace().toString())
                        .append(
                                "payload",
                                new Document("workspaceId", place.workspace().value()).append("reportId", id))
                        .append("enqueuedAt", now)
                        .append("dueAt", now)
                        .append("state", "CLAIMED")
                        .append("attempts", 3)
                        .append("done", 0L)
                        .append("total", 0L)
                        .append("token", 1L));

        assertThat(village.ended(member, place.reports() + "/" + id)
                        .json()
                        .path("failure")
                        .path("code")
                        .asString())
                .isEqualTo("not-made");
    }

    @Test
    void theSameKeyAsksOnce() {
        var member = village.as(place.member());
        var first = member.post(place.reports(), project(), "monday");
        assertThat(member.post(place.reports(), project(), "monday").id()).isEqualTo(first.id());
        assertThat(member.get(place.reports()).json().path("items")).hasSize(1);
    }

    @Test
    void aRepeatedRequestOfWhoLeftTheProjectIsRefusedThoughItsAnswerIsKept() {
        var member = village.as(place.member());
        assertThat(member.post(place.reports(), project(), "tuesday").status()).isEqualTo(202);
        village.leave(place, place.member());
        assertThat(member.post(place.reports(), project(), "tuesday").status()).isEqualTo(404);
    }

    @Test
    void whileAnotherServiceIsAwayItWaitsMoreOftenThanItIsTried() {
        var failures = new java.util.concurrent.atomic.AtomicInteger(4);
        fakeServices.actions(exchange -> {
            if (failures.getAndDecrement() > 0) {
                FakeServices.unavailable(exchange);
            } else {
                FakeServices.actionsOf(place.member().toString(), "2026-01-15T12:00:00Z", "Late")
                        .play(exchange);
            }
        });
        var member = village.as(place.member());
        var id = member.post(place.reports(), project()).id();
        assertThat(village.ended(member, place.reports() + "/" + id)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("READY");
    }

    @Test
    void whatCannotBeMadeFailsAloud() {
        fakeServices.actions(FakeServices::unavailable);
        var member = village.as(place.member());
        var id = member.post(place.reports(), project()).id();
        var report = village.ended(member, place.reports() + "/" + id).json();
        assertThat(report.path("failure").path("code").asString()).isEqualTo("not-made");
        assertThat(member.get(place.reports() + "/" + id + "/content").status()).isEqualTo(409);
        assertThat(said(id)).containsExactly("report.report-requested", "report.report-failed");
    }

    @Test
    void whoMayNoLongerReadGetsNoReport() {
        fakeServices.actions(FakeServices::notFound);
        var member = village.as(place.member());
        var id = member.post(place.reports(), project()).id();
        assertThat(village.ended(member, place.reports() + "/" + id)
                        .json()
                        .path("failure")
                        .path("code")
                        .asString())
                .isEqualTo("no-longer-allowed");
    }

    @Test
    void aMakerThatWasOvertakenStoresNothing() {
        var member = village.as(place.member());
        fakeServices.actions(exchange -> {
            mongo.getCollection("work_items")
                    .updateMany(
                            new Document("workspaceId", place.workspace().value()),
                            new Document("$inc", new Document("token", 1L))
                                    .append("$set", new Document("state", "WAITING")));
            FakeServices.actionsOf(place.member().toString(), "2026-01-15T12:00:00Z", "Twice")
                    .play(exchange);
            fakeServices.actions(FakeServices.actionsOf(place.member().toString(), "2026-01-15T12:00:00Z", "Once"));
        });
        var id = member.post(place.reports(), project()).id();
        village.ended(member, place.reports() + "/" + id);
        assertThat(said(id)).containsExactly("report.report-requested", "report.report-ready");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(mongo.getCollection("fs.files")
                                .countDocuments(new Document(
                                        "metadata.workspaceId",
                                        place.workspace().value())))
                        .isEqualTo(1));
    }

    @Test
    void foreignAndUnknownReportsAnswerAlike() {
        var id = village.as(place.member()).post(place.reports(), project()).id();
        var stranger = village.as(village.user("Stella"));
        var unknown = place.reports() + "/" + UUID.randomUUID();
        for (var testUser : List.of(stranger, village.as(place.outside()))) {
            for (var path : List.of(place.reports() + "/" + id, place.reports() + "/" + id + "/content", unknown)) {
                assertThat(testUser.get(path).status()).as(path).isEqualTo(404);
            }
            assertThat(testUser.post(place.reports(), project()).status()).isEqualTo(404);
        }
        assertThat(village.as(place.outside()).get(place.reports()).json().path("items"))
                .isEmpty();
        assertThat(stranger.get(place.reports()).status()).isEqualTo(404);
    }

    @Test
    void aRemovedMemberIsRefused() {
        village.remove(place, place.member());
        assertThat(village.as(place.member()).get(place.reports()).status()).isEqualTo(404);
        assertThat(village.as(place.member()).post(place.reports(), project()).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"projectId": "P"}                                                                | kind
            {"kind": "PROJECT"}                                                               | projectId
            {"kind": "WEATHER", "projectId": "P"}                                             | kind
            {"kind": "PROJECT", "projectId": "nonsense"}                                      | projectId
            {"kind": "RUN", "projectId": "P"}                                                 | runId
            {"kind": "PROJECT", "projectId": "P", "runId": "P"}                               | runId
            {"kind": "PROJECT", "projectId": "P", "from": "yesterday"}                        | from
            {"kind": "PROJECT", "projectId": "P", "from": "2026-02-02", "to": "2026-02-01"}   | to
            {"kind": "PROJECT", "projectId": "P", "colour": "red"}                            | colour
            {"kind": "PROJECT", "projectId": "P", "sendByMail": "perhaps"}                        | sendByMail
            """)
    void badInputIsRefusedNamingTheField(String body, String field) {
        var testResponse =
                village.as(place.member()).post(place.reports(), body.replace("\"P\"", "\"" + place.project() + "\""));
        assertThat(testResponse.status()).as(testResponse.text()).isEqualTo(400);
        assertThat(testResponse.json().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
    }

    private Map<String, Object> project() {
        return Map.of("kind", "PROJECT", "projectId", place.project().toString());
    }

    private Map<String, Object> ofRun(RunId run) {
        return Map.of("kind", "RUN", "projectId", place.project().toString(), "runId", run.toString());
    }

    private void answerOfTheRun(RunId run, String answer) {
        fakeServices.run(FakeServices.json(
                RUN.formatted(run, AgentId.next(), place.project(), place.member(), UUID.randomUUID(), place.manager())
                        .replace("All is **well**.", answer)));
    }

    private RunCompleted completed(RunId run, boolean wanted) {
        return new RunCompleted(
                place.workspace(),
                run,
                place.project(),
                AgentId.next(),
                "Weekly status",
                place.member(),
                wanted,
                1,
                1,
                1,
                0,
                "EUR");
    }

    /** Returns the types of the published events about a report, read from Kafka. */
    private List<String> said(String report) {
        return PublishedEventTypes.about("report.events", "reports/" + report);
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
