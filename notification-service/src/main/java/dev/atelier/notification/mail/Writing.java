package dev.atelier.notification.mail;

import dev.atelier.events.id.EndpointId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.TypedIds;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.access.Access;
import dev.atelier.kit.http.InternalClients;
import dev.atelier.kit.http.RemoteRefusal;
import dev.atelier.kit.web.NotFound;
import dev.atelier.notification.mail.Letter.Attachment;
import dev.atelier.notification.people.People;
import dev.atelier.notification.people.Recipient;
import dev.atelier.notification.webhook.EndpointNames;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Writes a mail at the moment it is sent, from what its reader may see at that moment. */
@Component
class Writing {
    private final InternalClients services;
    private final Access access;
    private final People people;
    private final EndpointNames endpoints;
    private final SecurityAlarms alarms;
    private final ToolCallText calls;
    private final Words words;
    private final SuspensionWriting suspensions;
    private final LinkSettings links;
    private final Clock clock;

    Writing(
            InternalClients services,
            Access access,
            People people,
            EndpointNames endpoints,
            SecurityAlarms alarms,
            ToolCallText calls,
            Words words,
            SuspensionWriting suspensions,
            LinkSettings links,
            Clock clock) {
        this.services = services;
        this.access = access;
        this.people = people;
        this.endpoints = endpoints;
        this.alarms = alarms;
        this.calls = calls;
        this.words = words;
        this.suspensions = suspensions;
        this.links = links;
        this.clock = clock;
    }

    /**
     * The letter.
     *
     * @throws NobodyToTell where the recipient may not or cannot have it any more
     * @throws dev.atelier.kit.http.ServiceUnavailable where another service does not answer now
     */
    Letter write(QueuedMail mail) {
        try {
            return switch (mail.kind()) {
                case INVITATION -> invitation(mail);
                case CONTACT_ANSWER -> contactAnswer(mail);
                case ADDRESS_PROOF -> address(mail, "proof");
                case ADDRESS_CHANGED -> address(mail, "notice");
                case LEGAL_DOCUMENT -> legalDocument(mail);
                case RECOVERY_OPENED, RECOVERY_EVIDENCE, RECOVERY_CONFIRMED, RECOVERY_DISMISSED, RECOVERY_COMPLETED ->
                    recovery(mail);
                case SECURITY_ALARMS -> alarms.letter(mail);
                default -> toMember(mail);
            };
        } catch (NotFound e) {
            throw new NobodyToTell("no-longer-a-reader");
        } catch (RemoteRefusal e) {
            throw new NobodyToTell(e.fact());
        }
    }

    private Letter invitation(QueuedMail mail) {
        var invitation = services.to("workspace-service")
                .asItself()
                .get("/internal/invitations/{id}/mail", mail.about("invitationId"))
                .as(Invitation.class);
        var locale = Recipient.locale(invitation.locale());
        var workspace = PlainName.of(invitation.workspaceName());
        return new Letter(
                invitation.email(),
                mail.kind(),
                locale,
                List.of(
                        PlainName.of(invitation.inviterName()),
                        workspace,
                        words.until(invitation.expires(), clock.instant(), locale)),
                workspace,
                invitation.link(),
                null);
    }

    private Letter contactAnswer(QueuedMail mail) {
        var answer = services.to("identity-service")
                .asItself()
                .get("/internal/contact-requests/{id}/mail", mail.about("contactRequestId"))
                .as(ContactAnswer.class);
        return new Letter(
                answer.email(),
                mail.kind(),
                Recipient.locale(answer.locale()),
                List.of(PlainName.of(answer.name()), answer.text()),
                null,
                null,
                null);
    }

    /** To an address that is not, or no longer, the person's as others know it. */
    private Letter address(QueuedMail mail, String which) {
        var said = services.to("identity-service")
                .asItself()
                .get("/internal/address-changes/{id}/" + which, mail.about("addressChangeId"))
                .as(AddressMail.class);
        var locale = Recipient.locale(said.locale());
        var zone = people.zone(Objects.requireNonNull(mail.recipient()));
        return new Letter(
                said.email(),
                mail.kind(),
                locale,
                List.of(words.moment(said.expires(), locale, zone)),
                null,
                said.link(),
                null);
    }

    /** To somebody whose account is shut, or was. No link: whoever has the account would copy these mails first. */
    private Letter recovery(QueuedMail mail) {
        var to = services.to("identity-service")
                .asItself()
                .get("/internal/recovery-cases/{id}/mail", mail.about("recoveryCaseId"))
                .query("to", mail.about("to"))
                .as(RecoveryMail.class);
        return new Letter(
                to.email(),
                mail.kind(),
                Recipient.locale(to.locale()),
                List.of(PlainName.of(to.name())),
                null,
                null,
                null);
    }

    /** To a person, whatever their workspaces. */
    private Letter legalDocument(QueuedMail mail) {
        var to = people.reachable(Objects.requireNonNull(mail.recipient()))
                .orElseThrow(() -> new NobodyToTell("not-reachable"));
        var said = services.to("identity-service")
                .asItself()
                .get(
                        "/internal/legal-documents/{document}/versions/{number}/mail",
                        mail.about("document"),
                        mail.about("number"))
                .query("language", to.locale().toLanguageTag())
                .as(LegalMail.class);
        return new Letter(
                to.email(),
                mail.kind(),
                to.locale(),
                List.of(
                        said.title(),
                        words.moment(said.effectiveFrom(), to.locale(), to.zone()),
                        said.changes(),
                        words.say(to.locale(), said.material() ? "legal-document.material" : "legal-document.minor")),
                null,
                said.link(),
                null);
    }

    private Letter toMember(QueuedMail mail) {
        var reader = Objects.requireNonNull(mail.recipient());
        access.member(mail.workspaceId(), reader);
        var to = people.reachable(reader).orElseThrow(() -> new NobodyToTell("not-reachable"));
        return switch (mail.kind()) {
            case APPROVAL_ASKED ->
                letter(mail, to, approval(mail, reader, to.locale()), link(mail, "approvals", "approvalId"));
            case RUN_COMPLETED ->
                letter(mail, to, List.of(agent(mail), project(mail, reader)), link(mail, "runs", "runId"));
            case RUN_FAILED ->
                letter(
                        mail,
                        to,
                        List.of(
                                agent(mail),
                                project(mail, reader),
                                words.reason(to.locale(), "run-failed.why", mail.about("code"))),
                        link(mail, "runs", "runId"));
            case MENTION ->
                letter(
                        mail,
                        to,
                        mention(mail, reader, to.locale()),
                        links.link(
                                "/workspaces/{w}/projects/{p}/actions/{a}",
                                mail.workspaceId(),
                                mail.about("projectId"),
                                mail.about("actionId")));
            case PARTICIPANT_REMOVED ->
                letter(mail, to, removal(mail, to.locale()), links.link("/workspaces/{w}", mail.workspaceId()));
            case WEBHOOK_PAUSED ->
                letter(
                        mail,
                        to,
                        List.of(endpoint(mail), words.reason(to.locale(), "webhook-paused.why", mail.about("why"))),
                        link(mail, "webhook-endpoints", "endpointId"));
            case RESPONSIBILITY_ENDED ->
                letter(
                        mail,
                        to,
                        suspensions.values(mail, to.locale()),
                        links.link("/workspaces/{w}", mail.workspaceId()));
            case REPORT_READY ->
                new Letter(
                        to.email(),
                        mail.kind(),
                        to.locale(),
                        List.of(project(mail, reader)),
                        workspace(mail),
                        link(mail, "reports", "reportId"),
                        new Attachment("report-%s.pdf".formatted(mail.about("reportId")), report(mail, reader)));
            case INVITATION,
                    CONTACT_ANSWER,
                    ADDRESS_PROOF,
                    ADDRESS_CHANGED,
                    LEGAL_DOCUMENT,
                    RECOVERY_OPENED,
                    RECOVERY_EVIDENCE,
                    RECOVERY_CONFIRMED,
                    RECOVERY_DISMISSED,
                    RECOVERY_COMPLETED,
                    SECURITY_ALARMS ->
                throw new IllegalStateException(mail.kind() + " goes to an address, not to a member");
        };
    }

    private Letter letter(QueuedMail mail, Recipient to, List<String> values, String link) {
        return new Letter(to.email(), mail.kind(), to.locale(), values, workspace(mail), link, null);
    }

    /** A page of the workspace; of all things of the kind where an older version queued the mail without the id. */
    private String link(QueuedMail mail, String things, String id) {
        return mail.about(id).isEmpty()
                ? links.link("/workspaces/{w}/{things}", mail.workspaceId(), things)
                : links.link("/workspaces/{w}/{things}/{id}", mail.workspaceId(), things, mail.about(id));
    }

    private String workspace(QueuedMail mail) {
        return PlainName.of(access.workspaceName(mail.workspaceId()));
    }

    private String project(QueuedMail mail, UserId reader) {
        var project = TypedIds.parse(ProjectId.class, mail.about("projectId"));
        access.participant(mail.workspaceId(), project, reader);
        return PlainName.of(access.projectName(mail.workspaceId(), project));
    }

    private static String agent(QueuedMail mail) {
        return PlainName.of(mail.about("agent"));
    }

    private String endpoint(QueuedMail mail) {
        return endpoints
                .find(mail.workspaceId(), TypedIds.parse(EndpointId.class, mail.about("endpointId")))
                .map(PlainName::of)
                .orElseThrow(() -> new NobodyToTell("no-such-endpoint"));
    }

    private List<String> approval(QueuedMail mail, UserId reader, Locale locale) {
        var approval = services.to("agent-run-service")
                .onBehalfOf(reader)
                .get("/internal/workspaces/{w}/approvals/{id}", mail.workspaceId(), mail.about("approvalId"))
                .as(Approval.class);
        if (!approval.state().equals("WAITING")) {
            throw new NobodyToTell("decided-already");
        }
        var project = project(mail, reader);
        var arguments = approval.arguments() == null ? Map.<String, Object>of() : approval.arguments();
        var changed = arguments.get("id");
        return List.of(
                agent(mail),
                project,
                calls.lines(
                        mail.about("tool"),
                        arguments,
                        changed == null ? "" : title(mail, reader, changed.toString()),
                        locale,
                        id -> name(id, locale)),
                name(mail.about("startedBy"), locale));
    }

    private List<String> mention(QueuedMail mail, UserId reader, Locale locale) {
        return List.of(
                name(mail.about("by"), locale),
                PlainName.of(action(mail, reader, mail.about("actionId")).title()),
                project(mail, reader));
    }

    private Action action(QueuedMail mail, UserId reader, String action) {
        return services.to("workspace-service")
                .onBehalfOf(reader)
                .get(
                        "/internal/workspaces/{w}/projects/{p}/actions/{a}",
                        mail.workspaceId(),
                        mail.about("projectId"),
                        action)
                .as(Action.class);
    }

    /** Empty where there is no such action: a model may have made it up. */
    private String title(QueuedMail mail, UserId reader, String action) {
        try {
            return action(mail, reader, action).title();
        } catch (RemoteRefusal e) {
            return "";
        }
    }

    /** Whoever was taken off a project is a member still, and knew its name. */
    private List<String> removal(QueuedMail mail, Locale locale) {
        var project = TypedIds.parse(ProjectId.class, mail.about("projectId"));
        return List.of(
                name(mail.about("by"), locale),
                PlainName.of(access.projectName(mail.workspaceId(), project)),
                workspace(mail));
    }

    private String name(String userId, Locale locale) {
        return people.name(TypedIds.parse(UserId.class, userId))
                .map(PlainName::of)
                .orElseGet(() -> words.say(locale, "somebody"));
    }

    private byte[] report(QueuedMail mail, UserId reader) {
        return services
                .to("report-service")
                .onBehalfOf(reader)
                .get("/internal/workspaces/{w}/reports/{r}/content", mail.workspaceId(), mail.about("reportId"))
                .stream(MediaType.APPLICATION_PDF, InputStream::readAllBytes);
    }

    /** What workspace-service says of an invitation. */
    private record Invitation(
            String email, String workspaceName, String inviterName, String link, Instant expires, String locale) {}

    /** What identity-service says of an answer. */
    private record ContactAnswer(String email, String name, String text, String locale) {}

    /** What identity-service says of a version of a legal document. */
    private record LegalMail(String title, String changes, Instant effectiveFrom, boolean material, String link) {}

    /** What workspace-service says of a work item. */
    private record Action(String title) {}

    /** What identity-service says of a change of address; the link is null where there is nothing to confirm. */
    private record AddressMail(String email, @Nullable String link, Instant expires, String locale) {}

    /** What identity-service says of who is told about a recovery. */
    private record RecoveryMail(String email, String name, String locale) {}

    /** What agent-run-service says of an approval. */
    private record Approval(String state, @Nullable Map<String, Object> arguments) {}
}
