package dev.atelier.notification.mail;

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
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Writes a mail at the moment it is sent, from what its reader may see at that moment. */
@Component
class Writing {
    /** For who is only an address yet. */
    private static final ZoneId SOMEWHERE = ZoneId.of("UTC");

    private final InternalClients services;
    private final Access access;
    private final People people;
    private final Words words;
    private final SuspensionWriting suspensions;

    Writing(InternalClients services, Access access, People people, Words words, SuspensionWriting suspensions) {
        this.services = services;
        this.access = access;
        this.people = people;
        this.words = words;
        this.suspensions = suspensions;
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
        return new Letter(
                invitation.email(),
                mail.kind(),
                locale,
                List.of(
                        invitation.inviterName(),
                        invitation.workspaceName(),
                        words.moment(invitation.expires(), locale, SOMEWHERE)),
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
                List.of(answer.name(), answer.text()),
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
        return new Letter(
                said.email(),
                mail.kind(),
                locale,
                List.of(words.moment(said.expires(), locale, SOMEWHERE)),
                said.link(),
                null);
    }

    /** To somebody whose account is shut, or was. */
    private Letter recovery(QueuedMail mail) {
        var to = services.to("identity-service")
                .asItself()
                .get("/internal/recovery-cases/{id}/mail", mail.about("recoveryCaseId"))
                .query("to", mail.about("to"))
                .as(RecoveryMail.class);
        return new Letter(to.email(), mail.kind(), Recipient.locale(to.locale()), List.of(to.name()), null, null);
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
                        words.moment(said.effectiveFrom(), to.locale(), SOMEWHERE),
                        said.changes(),
                        words.say(to.locale(), said.material() ? "legal-document.material" : "legal-document.minor")),
                said.link(),
                null);
    }

    private Letter toMember(QueuedMail mail) {
        var reader = Objects.requireNonNull(mail.recipient());
        access.member(mail.workspaceId(), reader);
        var to = people.reachable(reader).orElseThrow(() -> new NobodyToTell("not-reachable"));
        return switch (mail.kind()) {
            case APPROVAL_ASKED -> letter(mail, to, approval(mail, reader, to.locale()));
            case RUN_COMPLETED -> letter(mail, to, List.of(mail.about("agent"), project(mail, reader)));
            case RUN_FAILED ->
                letter(
                        mail,
                        to,
                        List.of(
                                mail.about("agent"),
                                project(mail, reader),
                                words.reason(to.locale(), "run-failed.why", mail.about("code"))));
            case MENTION -> letter(mail, to, mention(mail, reader, to.locale()));
            case WEBHOOK_PAUSED ->
                letter(
                        mail,
                        to,
                        List.of(
                                access.workspaceName(mail.workspaceId()),
                                mail.about("endpointId"),
                                words.reason(to.locale(), "webhook-paused.why", mail.about("why"))));
            case RESPONSIBILITY_ENDED -> letter(mail, to, suspensions.values(mail, to.locale()));
            case REPORT_READY ->
                new Letter(
                        to.email(),
                        mail.kind(),
                        to.locale(),
                        List.of(project(mail, reader)),
                        null,
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
                    RECOVERY_COMPLETED ->
                throw new IllegalStateException(mail.kind() + " goes to an address, not to a member");
        };
    }

    private static Letter letter(QueuedMail mail, Recipient to, List<String> values) {
        return new Letter(to.email(), mail.kind(), to.locale(), values, null, null);
    }

    private String project(QueuedMail mail, UserId reader) {
        var project = TypedIds.parse(ProjectId.class, mail.about("projectId"));
        access.participant(mail.workspaceId(), project, reader);
        return access.projectName(mail.workspaceId(), project);
    }

    private List<String> approval(QueuedMail mail, UserId reader, Locale locale) {
        var approval = services.to("agent-run-service")
                .onBehalfOf(reader)
                .get("/internal/workspaces/{w}/approvals/{id}", mail.workspaceId(), mail.about("approvalId"))
                .as(Approval.class);
        if (!approval.state().equals("WAITING")) {
            throw new NobodyToTell("decided-already");
        }
        return List.of(
                mail.about("agent"), project(mail, reader), approval.summary(), name(mail.about("startedBy"), locale));
    }

    private List<String> mention(QueuedMail mail, UserId reader, Locale locale) {
        var action = services.to("workspace-service")
                .onBehalfOf(reader)
                .get(
                        "/internal/workspaces/{w}/projects/{p}/actions/{a}",
                        mail.workspaceId(),
                        mail.about("projectId"),
                        mail.about("actionId"))
                .as(Action.class);
        return List.of(name(mail.about("by"), locale), action.title(), project(mail, reader));
    }

    private String name(String userId, Locale locale) {
        return people.name(TypedIds.parse(UserId.class, userId)).orElseGet(() -> words.say(locale, "somebody"));
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
    private record Approval(String summary, String state) {}
}
