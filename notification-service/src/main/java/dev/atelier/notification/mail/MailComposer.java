package dev.atelier.notification.mail;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.TypedIdFactory;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WebhookEndpointId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.http.InternalClientFactory;
import dev.atelier.kit.http.InternalRequest;
import dev.atelier.kit.http.RemoteRefusal;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.notification.mail.OutgoingMail.MailAttachment;
import dev.atelier.notification.recipient.Recipient;
import dev.atelier.notification.recipient.RecipientDirectory;
import dev.atelier.notification.webhook.EndpointNameLookup;
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

/** Composes a mail when it is sent, from the data that its recipient may read at that moment. */
@Component
class MailComposer {
    private final InternalClientFactory services;
    private final WorkspaceAuthorization workspaceAuthorization;
    private final RecipientDirectory recipientDirectory;
    private final EndpointNameLookup endpoints;
    private final SecurityAlarmMailer alarms;
    private final ToolCallText calls;
    private final MailMessages mailMessages;
    private final SuspensionMailWriter suspensions;
    private final MailLinkSettings links;
    private final Clock clock;

    MailComposer(
            InternalClientFactory services,
            WorkspaceAuthorization workspaceAuthorization,
            RecipientDirectory recipientDirectory,
            EndpointNameLookup endpoints,
            SecurityAlarmMailer alarms,
            ToolCallText calls,
            MailMessages mailMessages,
            SuspensionMailWriter suspensions,
            MailLinkSettings links,
            Clock clock) {
        this.services = services;
        this.workspaceAuthorization = workspaceAuthorization;
        this.recipientDirectory = recipientDirectory;
        this.endpoints = endpoints;
        this.alarms = alarms;
        this.calls = calls;
        this.mailMessages = mailMessages;
        this.suspensions = suspensions;
        this.links = links;
        this.clock = clock;
    }

    /**
     * Composes the mail.
     *
     * @throws NoMailRecipient if the recipient may not or cannot receive the mail any more
     * @throws dev.atelier.kit.http.ServiceUnavailable if another service does not answer now
     */
    OutgoingMail compose(QueuedMail mail) {
        try {
            return switch (mail.kind()) {
                case INVITATION -> invitation(mail);
                case CONTACT_ANSWER -> contactAnswer(mail);
                case ADDRESS_PROOF -> addressConfirmation(mail);
                case ADDRESS_CHANGED -> addressNotice(mail);
                case LEGAL_DOCUMENT -> legalDocument(mail);
                case RECOVERY_OPENED, RECOVERY_EVIDENCE, RECOVERY_CONFIRMED, RECOVERY_DISMISSED, RECOVERY_COMPLETED ->
                    recovery(mail);
                case SECURITY_ALARMS -> alarms.composeMail(mail);
                default -> toMember(mail);
            };
        } catch (NotFound e) {
            throw new NoMailRecipient("no-longer-a-reader");
        } catch (RemoteRefusal e) {
            throw new NoMailRecipient(e.fact());
        }
    }

    private OutgoingMail invitation(QueuedMail mail) {
        var invitationMailPayload = services.clientFor("workspace-service")
                .asService()
                .get("/internal/invitations/{id}/mail", mail.about("invitationId"))
                .retrieve(InvitationMailPayload.class);
        var locale = Recipient.locale(invitationMailPayload.locale());
        var workspace = MailDisplayName.of(invitationMailPayload.workspaceName());
        return new OutgoingMail(
                invitationMailPayload.email(),
                mail.kind(),
                locale,
                List.of(
                        MailDisplayName.of(invitationMailPayload.inviterName()),
                        workspace,
                        mailMessages.until(invitationMailPayload.expiresAt(), clock.instant(), locale)),
                workspace,
                invitationMailPayload.link(),
                null);
    }

    private OutgoingMail contactAnswer(QueuedMail mail) {
        var answer = services.clientFor("identity-service")
                .asService()
                .get("/internal/contact-requests/{id}/mail", mail.about("contactRequestId"))
                .retrieve(ContactAnswerPayload.class);
        return new OutgoingMail(
                answer.email(),
                mail.kind(),
                Recipient.locale(answer.locale()),
                List.of(MailDisplayName.of(answer.name()), answer.text()),
                null,
                null,
                null);
    }

    /** Each call makes a new link. */
    private OutgoingMail addressConfirmation(QueuedMail mail) {
        var path = "/internal/address-changes/{addressChangeId}/confirmation-mail";
        return addressMail(
                mail, services.clientFor("identity-service").asService().post(path, mail.about("addressChangeId")));
    }

    private OutgoingMail addressNotice(QueuedMail mail) {
        var path = "/internal/address-changes/{addressChangeId}/notice-mail";
        return addressMail(
                mail, services.clientFor("identity-service").asService().get(path, mail.about("addressChangeId")));
    }

    /** Goes to an address that is not yet, or no longer, the address of the account. */
    private OutgoingMail addressMail(QueuedMail mail, InternalRequest request) {
        var content = request.retrieve(AddressChangeMailPayload.class);
        var locale = Recipient.locale(content.locale());
        var zone = recipientDirectory.zone(Objects.requireNonNull(mail.recipient()));
        return new OutgoingMail(
                content.email(),
                mail.kind(),
                locale,
                List.of(mailMessages.moment(content.expiresAt(), locale, zone)),
                null,
                content.link(),
                null);
    }

    /**
     * Goes to a user whose account is or was locked. Has no link: an attacker who controls the account would copy these
     * mails first.
     */
    private OutgoingMail recovery(QueuedMail mail) {
        var to = services.clientFor("identity-service")
                .asService()
                .get("/internal/recovery-cases/{id}/mail", mail.about("recoveryCaseId"))
                .query("recipient", mail.about("to"))
                .retrieve(RecoveryMailPayload.class);
        return new OutgoingMail(
                to.email(),
                mail.kind(),
                Recipient.locale(to.locale()),
                List.of(MailDisplayName.of(to.name())),
                null,
                null,
                null);
    }

    /** Goes to a user, independent of their workspaces. */
    private OutgoingMail legalDocument(QueuedMail mail) {
        var to = recipientDirectory
                .findReachable(Objects.requireNonNull(mail.recipient()))
                .orElseThrow(() -> new NoMailRecipient("not-reachable"));
        var said = services.clientFor("identity-service")
                .asService()
                .get(
                        "/internal/legal-documents/{document}/versions/{number}/mail",
                        mail.about("document"),
                        mail.about("number"))
                .query("language", to.locale().toLanguageTag())
                .retrieve(LegalVersionPayload.class);
        return new OutgoingMail(
                to.email(),
                mail.kind(),
                to.locale(),
                List.of(
                        said.title(),
                        mailMessages.moment(said.effectiveFrom(), to.locale(), to.zone()),
                        said.changes(),
                        mailMessages.getText(
                                to.locale(), said.material() ? "legal-document.material" : "legal-document.minor")),
                null,
                said.link(),
                null);
    }

    private OutgoingMail toMember(QueuedMail mail) {
        var reader = Objects.requireNonNull(mail.recipient());
        workspaceAuthorization.requireMember(mail.workspaceId(), reader);
        var to = recipientDirectory.findReachable(reader).orElseThrow(() -> new NoMailRecipient("not-reachable"));
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
                                mailMessages.reason(to.locale(), "run-failed.why", mail.about("code"))),
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
                        List.of(
                                endpoint(mail),
                                mailMessages.reason(to.locale(), "webhook-paused.why", mail.about("why"))),
                        link(mail, "webhook-endpoints", "endpointId"));
            case RESPONSIBILITY_ENDED ->
                letter(
                        mail,
                        to,
                        suspensions.values(mail, to.locale()),
                        links.link("/workspaces/{w}", mail.workspaceId()));
            case REPORT_READY ->
                new OutgoingMail(
                        to.email(),
                        mail.kind(),
                        to.locale(),
                        List.of(project(mail, reader)),
                        workspace(mail),
                        link(mail, "reports", "reportId"),
                        new MailAttachment("report-%s.pdf".formatted(mail.about("reportId")), report(mail, reader)));
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

    private OutgoingMail letter(QueuedMail mail, Recipient to, List<String> values, String link) {
        return new OutgoingMail(to.email(), mail.kind(), to.locale(), values, workspace(mail), link, null);
    }

    /** Links to a page of the workspace. Links to the list if an older version queued the mail without the id. */
    private String link(QueuedMail mail, String things, String id) {
        return mail.about(id).isEmpty()
                ? links.link("/workspaces/{w}/{things}", mail.workspaceId(), things)
                : links.link("/workspaces/{w}/{things}/{id}", mail.workspaceId(), things, mail.about(id));
    }

    private String workspace(QueuedMail mail) {
        return MailDisplayName.of(workspaceAuthorization.workspaceName(mail.workspaceId()));
    }

    private String project(QueuedMail mail, UserId reader) {
        var project = TypedIdFactory.parse(ProjectId.class, mail.about("projectId"));
        workspaceAuthorization.requireParticipant(mail.workspaceId(), project, reader);
        return MailDisplayName.of(workspaceAuthorization.projectName(mail.workspaceId(), project));
    }

    private static String agent(QueuedMail mail) {
        return MailDisplayName.of(mail.about("agent"));
    }

    private String endpoint(QueuedMail mail) {
        return endpoints
                .find(mail.workspaceId(), TypedIdFactory.parse(WebhookEndpointId.class, mail.about("endpointId")))
                .map(MailDisplayName::of)
                .orElseThrow(() -> new NoMailRecipient("no-such-endpoint"));
    }

    private List<String> approval(QueuedMail mail, UserId reader, Locale locale) {
        var approvalPayload = services.clientFor("agent-run-service")
                .onBehalfOf(reader)
                .get("/internal/workspaces/{w}/approvals/{id}", mail.workspaceId(), mail.about("approvalId"))
                .retrieve(ApprovalPayload.class);
        if (!approvalPayload.state().equals("WAITING")) {
            throw new NoMailRecipient("decided-already");
        }
        var project = project(mail, reader);
        var arguments = approvalPayload.arguments() == null ? Map.<String, Object>of() : approvalPayload.arguments();
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
                MailDisplayName.of(action(mail, reader, mail.about("actionId")).title()),
                project(mail, reader));
    }

    private MentionedActionPayload action(QueuedMail mail, UserId reader, String action) {
        return services.clientFor("workspace-service")
                .onBehalfOf(reader)
                .get(
                        "/internal/workspaces/{w}/projects/{p}/actions/{a}",
                        mail.workspaceId(),
                        mail.about("projectId"),
                        action)
                .retrieve(MentionedActionPayload.class);
    }

    /** Returns an empty string if the action does not exist: a model may have invented it. */
    private String title(QueuedMail mail, UserId reader, String action) {
        try {
            return action(mail, reader, action).title();
        } catch (RemoteRefusal e) {
            return "";
        }
    }

    /** A removed participant is still a member of the workspace and knew the project's name. */
    private List<String> removal(QueuedMail mail, Locale locale) {
        var project = TypedIdFactory.parse(ProjectId.class, mail.about("projectId"));
        return List.of(
                name(mail.about("by"), locale),
                MailDisplayName.of(workspaceAuthorization.projectName(mail.workspaceId(), project)),
                workspace(mail));
    }

    private String name(String userId, Locale locale) {
        return recipientDirectory
                .name(TypedIdFactory.parse(UserId.class, userId))
                .map(MailDisplayName::of)
                .orElseGet(() -> mailMessages.getText(locale, "somebody"));
    }

    private byte[] report(QueuedMail mail, UserId reader) {
        return services
                .clientFor("report-service")
                .onBehalfOf(reader)
                .get("/internal/workspaces/{w}/reports/{r}/content", mail.workspaceId(), mail.about("reportId"))
                .stream(MediaType.APPLICATION_PDF, InputStream::readAllBytes);
    }

    /** Response of workspace-service for an invitation. */
    private record InvitationMailPayload(
            String email, String workspaceName, String inviterName, String link, Instant expiresAt, String locale) {}

    /** Response of identity-service for an answered contact request. */
    private record ContactAnswerPayload(String email, String name, String text, String locale) {}

    /** Response of identity-service for a version of a legal document. */
    private record LegalVersionPayload(
            String title, String changes, Instant effectiveFrom, boolean material, String link) {}

    /** Response of workspace-service for an action. */
    private record MentionedActionPayload(String title) {}

    /** Response of identity-service for a change of address; the link is null if there is nothing to confirm. */
    private record AddressChangeMailPayload(
            String email, @Nullable String link, Instant expiresAt, String locale) {}

    /** Response of identity-service for the recipient of a recovery mail. */
    private record RecoveryMailPayload(String email, String name, String locale) {}

    /** Response of agent-run-service for an approval. */
    private record ApprovalPayload(String state, @Nullable Map<String, Object> arguments) {}
}
