package dev.atelier.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.backing.mail.CaughtMail;
import dev.atelier.events.AgentRunEvent.ApprovalRequested;
import dev.atelier.events.AgentRunEvent.Approver;
import dev.atelier.events.AgentRunEvent.RunCompleted;
import dev.atelier.events.AgentRunEvent.RunFailed;
import dev.atelier.events.ContactEvent.ContactRequestAnswered;
import dev.atelier.events.MembershipState;
import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.NotificationEvent.WebhookPauseReason;
import dev.atelier.events.NotificationEvent.WebhookPaused;
import dev.atelier.events.ProjectState;
import dev.atelier.events.ReportEvent.ReportKind;
import dev.atelier.events.ReportEvent.ReportReady;
import dev.atelier.events.SecurityEvent.SecurityAlertKind;
import dev.atelier.events.SecurityEvent.SecurityAlertRaised;
import dev.atelier.events.SecurityEvent.SecurityAlertSeverity;
import dev.atelier.events.UserState;
import dev.atelier.events.WorkspaceEvent.CommentAdded;
import dev.atelier.events.WorkspaceEvent.MemberInvited;
import dev.atelier.events.WorkspaceEvent.ParticipantRemoved;
import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.ApprovalId;
import dev.atelier.events.id.ContactRequestId;
import dev.atelier.events.id.InvitationId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.ReportId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.SecurityAlertId;
import dev.atelier.events.id.TypedIdFactory;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WebhookEndpointId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.state.StateProjection;
import dev.atelier.testkit.RealBackingServices;
import jakarta.mail.MessagingException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Mails that events cause, sent through a real mail server. */
@ServiceTest
class EventMailTest {
    @Autowired
    private TestEventPublisher town;

    @Autowired
    private WorkspaceAuthorization access;

    @Autowired
    private StateProjection<UserState> users;

    @Autowired
    private MongoTemplate mongo;

    private final FakeServices others = FakeServices.shared();
    private final ProjectId project = ProjectId.next();
    private TestEventPublisher.TestWorkspace house;

    @BeforeEach
    void createWorkspaceWithProject() {
        house = town.createWorkspace();
        town.publish(user(house.manager().id(), "lea", false));
        town.publish(user(house.member().id(), "noah", false));
        town.publish(new ProjectState(
                house.id(), project, "New bread", Set.of(house.member().id()), false, 1));
        await().atMost(TestEventPublisher.TIMEOUT)
                .ignoreException(NotFound.class)
                .until(() -> {
                    access.projectName(house.id(), project);
                    return users.find(house.manager().id().toString()).isPresent()
                            && users.find(house.member().id().toString()).isPresent();
                });
    }

    @Test
    void anInvitationCarriesTheLinkAndNothingElseKnowsTheAddress() {
        var invitation = InvitationId.next();
        var guest = "guest-" + invitation + "@bakery.example";
        others.at("/internal/invitations/" + invitation + "/mail", FakeServices.json("""
                        {"email":"%s","workspaceName":"Studio","inviterName":"Lea <Martin>","link":"https://atelier.test/invitations#token=abc",
                         "expiresAt":"2999-03-02T05:06:07Z","locale":"en"}""".formatted(guest)));
        town.publishFirst(
                new MemberInvited(house.id(), invitation, house.manager().id(), Instant.now()), 1);

        var mail = mailTo(guest);
        assertThat(mail.subject()).isEqualTo("“Lea <Martin>” invites you to “Studio”");
        assertThat(mail.text())
                .contains("https://atelier.test/invitations#token=abc", "until the end of February 28, 2999")
                .doesNotContain("Coordinated");
        assertThat(mail.html()).contains("Lea &lt;Martin&gt;").doesNotContain("<Martin>");
        assertThat(stored("invitation").toJson()).doesNotContain(guest);
    }

    @Test
    void anAnswerOfTheOperatorGoesToWhoWroteInTheirLanguage() {
        var request = ContactRequestId.next();
        var guest = "guest-" + request + "@bakery.example";
        others.at("/internal/contact-requests/" + request + "/mail", FakeServices.json("""
                        {"email":"%s","name":"Zo\u00e9 {0}","text":"Oui,\\n<b>demain</b>.","locale":"fr"}""".formatted(guest)));
        town.publishFirst(new ContactRequestAnswered(request, null), 2);

        var mail = mailTo(guest);
        assertThat(mail.subject()).isEqualTo("Notre r\u00e9ponse \u00e0 votre demande");
        assertThat(mail.text())
                .contains("Bonjour Zo\u00e9 {0},", "<b>demain</b>", "l\u2019op\u00e9rateur d\u2019Atelier");
        assertThat(mail.html()).contains("&lt;b&gt;demain").doesNotContain("<b>demain", "workspace");
    }

    @Test
    void aRevokedInvitationIsDropped() {
        var invitation = InvitationId.next();
        others.at("/internal/invitations/" + invitation + "/mail", FakeServices.problem(410, "invitation-revoked"));
        town.publishFirst(
                new MemberInvited(house.id(), invitation, house.manager().id(), Instant.now()), 1);
        assertThat(ended("invitation"))
                .containsEntry("state", "DROPPED")
                .containsEntry("outcome", "invitation-revoked");
    }

    @Test
    void whoIsTakenOffAProjectIsToldByWhom() {
        var lea = house.manager().id();
        var noah = house.member().id();
        town.publish(new ProjectState(house.id(), project, "New bread", Set.of(), false, 2));
        town.publishFirst(new ParticipantRemoved(house.id(), project, noah, lea), 1);

        var mail = mailTo(email("noah", noah));
        assertThat(mail.subject()).isEqualTo("You were taken off the project \u201CNew bread\u201D");
        assertThat(mail.text()).contains("Lea Keller has taken you off");
    }

    @Test
    void whoIsMentionedIsToldByWhomAndWhere() {
        var action = ActionId.next();
        others.at(
                "/internal/workspaces/" + house.id() + "/projects/" + project + "/actions/" + action,
                FakeServices.json("{\"title\":\"Bake rye\"}"));
        var lea = house.manager().id();
        var noah = house.member().id();
        town.publishFirst(new CommentAdded(house.id(), project, action, noah, Set.of(lea, noah)), 1);

        var mail = mailTo(email("lea", lea));
        assertThat(mail.subject()).isEqualTo("Noah Keller mentioned you in \u201CBake rye\u201D");
        assertThat(mail.text()).contains("New bread", "Bake rye");
        assertThat(others.asked())
                .contains("/internal/workspaces/" + house.id() + "/projects/" + project + "/actions/" + action + " for "
                        + lea);
        assertThat(mongo.getCollection("mails")
                        .countDocuments(new Document("workspaceId", house.id().value())
                                .append("kind", "MENTION")
                                .append("recipient", noah.value())))
                .isZero();
    }

    @Test
    void theManagerIsToldOfWhatWaitsForThem() {
        var approval = ApprovalId.next();
        others.at("/internal/workspaces/" + house.id() + "/approvals/" + approval, FakeServices.json("""
                        {"state":"WAITING","arguments":{"title":"Buy flour at www.mill.example","due":"2026-12-01","priority":"URGENT",
                         "assignees":["%s"]}}""".formatted(
                        house.member().id())));
        town.publishFirst(asked(approval, Approver.MANAGER), 1);
        var mail = mailTo(email("lea", house.manager().id()));
        assertThat(mail.text())
                .contains("Weekly status", "New bread", "Create an action", "Title: Buy flour at www. mill. example")
                .contains("Due: December 1, 2026", "Priority: urgent", "Assignees: Noah Keller")
                .contains("in the workspace “Studio”", "/workspaces/" + house.id() + "/approvals/" + approval);
        assertThat(others.asked())
                .contains("/internal/workspaces/" + house.id() + "/approvals/" + approval + " for "
                        + house.manager().id());
    }

    @Test
    void whatIsDecidedAlreadyIsNotAskedForAgain() {
        var approval = ApprovalId.next();
        others.at(
                "/internal/workspaces/" + house.id() + "/approvals/" + approval,
                FakeServices.json("{\"state\":\"APPROVED\"}"));
        town.publishFirst(asked(approval, Approver.MANAGER), 1);
        assertThat(ended("approval-asked")).containsEntry("outcome", "decided-already");
    }

    @Test
    void aRunsStarterIsToldHowItEnded() {
        town.publishFirst(
                new RunCompleted(
                        house.id(),
                        RunId.next(),
                        project,
                        AgentId.next(),
                        "Weekly status",
                        house.member().id(),
                        false,
                        1,
                        1,
                        1,
                        0,
                        "EUR"),
                1);
        town.publishFirst(
                new RunFailed(
                        house.id(),
                        RunId.next(),
                        project,
                        AgentId.next(),
                        "Weekly status",
                        house.member().id(),
                        "step-limit"),
                1);
        var noah = email("noah", house.member().id());
        await().atMost(TestEventPublisher.TIMEOUT).until(() -> mails(noah).size() == 2);
        assertThat(mails(noah))
                .extracting(CaughtMail::subject)
                .containsExactlyInAnyOrder("“Weekly status” has finished", "“Weekly status” could not finish");
        assertThat(mails(noah))
                .extracting(CaughtMail::text)
                .allSatisfy(text -> assertThat(text).contains("/workspaces/" + house.id() + "/runs/", "“Studio”"));
    }

    @Test
    void aReportIsAttached() {
        var report = ReportId.next();
        others.at(
                "/internal/workspaces/" + house.id() + "/reports/" + report + "/content",
                FakeServices.pdf("%PDF-1.7 words"));
        town.publishFirst(ready(report), 1);
        var mail = mailTo(email("noah", house.member().id()));
        assertThat(mail.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("report-" + report + ".pdf");
            assertThat(new String(file.content())).startsWith("%PDF-1.7");
        });
    }

    @Test
    void aServiceThatIsAwayIsWaitedFor() {
        var report = ReportId.next();
        var failures = new AtomicInteger(4);
        others.at(
                "/internal/workspaces/" + house.id() + "/reports/" + report + "/content",
                exchange -> (failures.getAndDecrement() > 0
                                ? FakeServices.problem(503, "service-unavailable")
                                : FakeServices.pdf("%PDF-1.7 late"))
                        .respond(exchange));
        town.publishFirst(ready(report), 1);
        assertThat(mailTo(email("noah", house.member().id())).attachments()).hasSize(1);
    }

    @Test
    void whoWasRemovedInBetweenGetsNothing() {
        var report = ReportId.next();
        town.publish(
                new MembershipState(house.id(), house.member().id(), WorkspaceRole.MEMBER, Instant.EPOCH, true, 2));
        await().atMost(TestEventPublisher.TIMEOUT).until(() -> {
            try {
                access.requireMember(house.id(), house.member().id());
                return false;
            } catch (NotFound e) {
                return true;
            }
        });
        town.publishFirst(ready(report), 1);
        assertThat(ended("report-ready")).containsEntry("outcome", "no-longer-a-reader");
        assertThat(mails(email("noah", house.member().id()))).isEmpty();
    }

    @Test
    void aPausedEndpointsManagerIsTold() {
        var endpoint = house.manager()
                .post(
                        house.endpoints(),
                        Map.of(
                                "url",
                                "http://127.0.0.1:1/x",
                                "description",
                                "Our ledger",
                                "events",
                                List.of("agent-run.*")))
                .expect(201)
                .id();
        town.publishFirst(
                new WebhookPaused(
                        house.id(),
                        TypedIdFactory.parse(WebhookEndpointId.class, endpoint),
                        WebhookPauseReason.FAILING),
                1);
        var mail = mailTo(email("lea", house.manager().id()));
        assertThat(mail.subject()).isEqualTo("The webhook endpoint “Our ledger” is paused");
        assertThat(mail.text())
                .contains("“Studio”", "a delivery failed at every try")
                .contains("https://atelier.test" + house.endpoints().replace("/api", "") + "/" + endpoint)
                .doesNotContain("endpoint " + endpoint);
    }

    @Test
    void everyMailSaysWhatItIsToMailPrograms() throws MessagingException {
        var request = ContactRequestId.next();
        var guest = "guest-" + request + "@bakery.example";
        others.at("/internal/contact-requests/" + request + "/mail", FakeServices.json("""
                        {"email":"%s","name":"Zoé","text":"Oui.","locale":"fr"}""".formatted(guest)));
        town.publishFirst(new ContactRequestAnswered(request, null), 2);

        mailTo(guest);
        var message = Arrays.stream(RealBackingServices.mail().getReceivedMessages())
                .filter(one -> CaughtMail.read(one).to().contains(guest))
                .findFirst()
                .orElseThrow();
        assertThat(message.getHeader("Auto-Submitted", ",")).isEqualTo("auto-generated");
        assertThat(message.getHeader("Content-Language", ",")).isEqualTo("fr");
        assertThat(message.getHeader("From", ",")).isEqualTo("Atelier <atelier@localhost.localdomain>");
    }

    /**
     * A mail library keeps one byte of each character of the local part: {@code pawełk} becomes {@code paweBk}, another
     * mailbox.
     */
    @Test
    void whatIsNoAddressForEveryServerIsNotWrittenTo() {
        invited("pawełk-" + InvitationId.next() + "@bakery.example");

        assertThat(ended("invitation")).containsEntry("outcome", "no-email-address");
    }

    @Test
    void oneMailboxGetsSoManyInvitationsADayFromAllWorkspaces() {
        var guest = "guest-" + InvitationId.next();
        for (var more = 0; more < 10; more++) {
            invited(guest + "+" + more + "@bakery.example");
        }
        await().atMost(TestEventPublisher.TIMEOUT).until(() -> mails(guest).size() == 10);

        house = town.createWorkspace();
        invited(guest + "@Bakery.Example");

        assertThat(ended("invitation")).containsEntry("state", "DROPPED").containsEntry("outcome", "recipient-limit");
        assertThat(mails(guest)).hasSize(10);
    }

    @Test
    void operatorsAreToldOfSecurityAlarms() {
        var account = new UserId(UUID.randomUUID());
        town.publishFirst(
                new SecurityAlertRaised(
                        SecurityAlertId.next(), SecurityAlertKind.TOKEN_REUSE, SecurityAlertSeverity.HIGH, account),
                1);

        await().atMost(TestEventPublisher.TIMEOUT)
                .until(() -> mails("watch@operator.example").stream()
                        .anyMatch(mail -> mail.text().contains("account " + account)
                                && mail.text().contains("High: refresh tokens of one account were used again")));
    }

    private void invited(String email) {
        var invitation = InvitationId.next();
        others.at("/internal/invitations/" + invitation + "/mail", FakeServices.json("""
                        {"email":"%s","workspaceName":"Studio","inviterName":"Lea","link":"https://atelier.test/invitations#token=abc",
                         "expiresAt":"2999-03-02T05:06:07Z","locale":"en"}""".formatted(email)));
        town.publishFirst(
                new MemberInvited(house.id(), invitation, house.manager().id(), Instant.now()), 1);
    }

    @Test
    void whoReadsFrenchIsToldInFrench() {
        town.publish(in("fr", 2, user(house.member().id(), "noah", false)));
        town.publish(in("fr", 2, user(house.manager().id(), "lea", false)));
        await().atMost(TestEventPublisher.TIMEOUT)
                .until(() -> Set.of(house.member().id(), house.manager().id()).stream()
                        .allMatch(id ->
                                users.find(id.toString()).orElseThrow().locale().equals("fr")));
        var approval = ApprovalId.next();
        others.at(
                "/internal/workspaces/" + house.id() + "/approvals/" + approval,
                FakeServices.json(
                        "{\"state\":\"WAITING\",\"arguments\":{\"title\":\"Farine\",\"due\":\"2026-12-01\",\"state\":\"DONE\"}}"));
        town.publishFirst(asked(approval, Approver.MANAGER), 1);
        town.publishFirst(
                new RunFailed(
                        house.id(),
                        RunId.next(),
                        project,
                        AgentId.next(),
                        "Bilan",
                        house.member().id(),
                        "limit-of-steps"),
                1);

        var decide = mailTo(email("lea", house.manager().id()));
        assertThat(decide.subject()).isEqualTo("« Weekly status » attend votre d\u00e9cision");
        assertThat(decide.text())
                .contains("lanc\u00e9 par Noah Keller", "Cr\u00e9er une action", "Titre : Farine")
                .contains("\u00c9ch\u00e9ance : 1 d\u00e9cembre 2026", "\u00c9tat : termin\u00e9e");
        var failed = mailTo(email("noah", house.member().id()));
        assertThat(failed.subject()).isEqualTo("« Bilan » n\u2019a pas pu terminer");
        assertThat(failed.text()).contains("elle a atteint le nombre maximal d\u2019\u00e9tapes");
        assertThat(failed.html()).contains("lang=\"fr\"", "l\u2019espace de travail «");
    }

    @Test
    void anInvitationSpeaksTheLanguageOfTheWorkspace() {
        var invitation = InvitationId.next();
        var guest = "guest-" + invitation + "@bakery.example";
        others.at("/internal/invitations/" + invitation + "/mail", FakeServices.json("""
                        {"email":"%s","workspaceName":"Fournil","inviterName":"Lea","link":"https://atelier.test/invitations#token=abc",
                         "expiresAt":"2999-03-02T05:06:07Z","locale":"fr"}""".formatted(guest)));
        town.publishFirst(
                new MemberInvited(house.id(), invitation, house.manager().id(), Instant.now()), 1);

        var mail = mailTo(guest);
        assertThat(mail.subject()).isEqualTo("« Lea » vous invite \u00e0 rejoindre « Fournil »");
        assertThat(mail.text()).contains("jusqu\u2019\u00e0 la fin du 28 f\u00e9vrier 2999");
        assertThat(mail.html()).contains("Accepter l\u2019invitation");
    }

    @Test
    void whoReadsALanguageThatWeDoNotHaveIsToldInEnglish() {
        var request = ContactRequestId.next();
        var guest = "guest-" + request + "@bakery.example";
        others.at("/internal/contact-requests/" + request + "/mail", FakeServices.json("""
                        {"email":"%s","name":"Uwe","text":"Ja.","locale":"de-CH"}""".formatted(guest)));
        town.publishFirst(new ContactRequestAnswered(request, null), 2);

        assertThat(mailTo(guest).html()).contains("lang=\"en\"", "Hello Uwe,");
    }

    @Test
    void aMailWhoseSenderDiedWhileHandingOverGoesAgainUnderItsIdAndIsCounted() {
        var id = UUID.randomUUID() + ".run-completed." + house.member().id();
        mongo.getCollection("mails")
                .insertOne(new Document("_id", id)
                        .append("_class", "mail")
                        .append("version", 1L)
                        .append("workspaceId", house.id().value())
                        .append("kind", "RUN_COMPLETED")
                        .append("recipient", house.member().id().value())
                        .append("about", new Document("agent", "Weekly status").append("projectId", project.toString()))
                        .append("state", "QUEUED")
                        .append("attempts", 1)
                        .append("queuedAt", new Date())
                        .append("dueAt", new Date())
                        .append("handedOver", true)
                        .append("uncertain", 0));
        mailTo(email("noah", house.member().id()));
        assertThat(ended("run-completed")).containsEntry("uncertain", 1).containsEntry("state", "SENT");
        assertThat(Arrays.stream(RealBackingServices.mail().getReceivedMessages())
                        .anyMatch(message -> id(message).equals("<" + id + "@atelier>")))
                .isTrue();
    }

    private ApprovalRequested asked(ApprovalId approval, Approver approver) {
        return new ApprovalRequested(
                house.id(),
                RunId.next(),
                project,
                approval,
                "Weekly status",
                "create_action",
                approver,
                house.member().id());
    }

    private ReportReady ready(ReportId report) {
        return new ReportReady(
                house.id(),
                report,
                ReportKind.PROJECT,
                project,
                null,
                house.member().id(),
                true);
    }

    private static UserState user(UserId id, String name, boolean deactivated) {
        var first = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return new UserState(
                id,
                first,
                "Keller",
                email(name, id),
                true,
                deactivated,
                "en",
                "Europe/Paris",
                null,
                null,
                null,
                false,
                1);
    }

    private static UserState in(String locale, long version, UserState user) {
        return new UserState(
                user.userId(),
                user.firstName(),
                user.lastName(),
                user.email(),
                user.activated(),
                user.deactivated(),
                locale,
                user.timeZone(),
                user.status(),
                user.avatar(),
                user.recovering(),
                user.ended(),
                version);
    }

    private static String email(String name, UserId id) {
        return name + "-" + id + "@bakery.example";
    }

    private static String id(jakarta.mail.internet.MimeMessage message) {
        try {
            return String.valueOf(message.getMessageID());
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CaughtMail mailTo(String email) {
        return await().atMost(TestEventPublisher.TIMEOUT)
                .until(() -> mails(email), mails -> mails.size() == 1)
                .getFirst();
    }

    private static List<CaughtMail> mails(String email) {
        return Arrays.stream(RealBackingServices.mail().getReceivedMessages())
                .map(CaughtMail::read)
                .filter(mail -> mail.to().toString().contains(email))
                .toList();
    }

    private Document stored(String kind) {
        return await().atMost(TestEventPublisher.TIMEOUT)
                .until(
                        () -> mongo.getCollection("mails")
                                .find(new Document("workspaceId", house.id().value()))
                                .first(),
                        mail -> mail != null && mail.getString("_id").contains(kind));
    }

    private Document ended(String kind) {
        return await().atMost(TestEventPublisher.TIMEOUT)
                .until(() -> stored(kind), mail -> mail.get("endedAt") != null);
    }
}
