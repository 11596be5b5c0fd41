package dev.atelier.identity.securitylog.source;

import dev.atelier.events.ContactEvent.ContactRequestAnswered;
import dev.atelier.events.ContactEvent.ContactRequestClosed;
import dev.atelier.events.Envelope;
import dev.atelier.events.IdentityEvent.AddressChanged;
import dev.atelier.events.IdentityEvent.RecoveryCompleted;
import dev.atelier.events.IdentityEvent.RecoveryConfirmed;
import dev.atelier.events.IdentityEvent.RecoveryDismissed;
import dev.atelier.events.IdentityEvent.RecoveryEvidenceRecorded;
import dev.atelier.events.IdentityEvent.RecoveryOpened;
import dev.atelier.events.IdentityEvent.SessionRevoked;
import dev.atelier.events.IdentityEvent.StatusChanged;
import dev.atelier.events.IdentityEvent.UserDeactivated;
import dev.atelier.events.IdentityEvent.UserReactivated;
import dev.atelier.events.OperatorEvent.DeadLetterDropped;
import dev.atelier.events.OperatorEvent.DeadLetterReplayed;
import dev.atelier.events.ReportEvent;
import dev.atelier.events.ReportEvent.ReportRequested;
import dev.atelier.events.SecurityEvent.Alarm;
import dev.atelier.events.ServiceAccountEvent.ApiKeyCreated;
import dev.atelier.events.ServiceAccountEvent.ApiKeyRevoked;
import dev.atelier.events.ServiceAccountEvent.ServiceAccountChanged;
import dev.atelier.events.ServiceAccountEvent.ServiceAccountCreated;
import dev.atelier.events.ServiceAccountEvent.ServiceAccountRevoked;
import dev.atelier.events.ServiceAccountEvent.ServiceAccountSuspended;
import dev.atelier.events.WorkspaceEvent.HistoryExported;
import dev.atelier.events.WorkspaceEvent.ManagementHandedOver;
import dev.atelier.events.WorkspaceEvent.MemberInvited;
import dev.atelier.events.WorkspaceEvent.MemberRemoved;
import dev.atelier.events.WorkspaceEvent.PaymentStateChanged;
import dev.atelier.events.WorkspaceEvent.PlanChanged;
import dev.atelier.events.id.UserId;
import dev.atelier.identity.securitylog.SecurityLog;
import dev.atelier.identity.securitylog.alert.Alerting;
import dev.atelier.identity.securitylog.alert.Sighting;
import dev.atelier.identity.securitylog.note.Detail;
import dev.atelier.identity.securitylog.note.Kind;
import dev.atelier.identity.securitylog.note.Note;
import dev.atelier.kit.inbox.EventListener;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes down what Atelier itself says of accounts, rights and administrative acts, and counts invitations and exports. */
@Component
class FactListener implements EventListener {
    private final SecurityLog entries;
    private final Alerting alerting;

    FactListener(SecurityLog entries, Alerting alerting) {
        this.entries = entries;
        this.alerting = alerting;
    }

    void on(UserDeactivated fact, Envelope envelope) {
        keep(note(Kind.ACCOUNT_DEACTIVATED, envelope).about(fact.userId()).by(fact.by()));
    }

    void on(UserReactivated fact, Envelope envelope) {
        keep(note(Kind.ACCOUNT_REACTIVATED, envelope).about(fact.userId()).by(fact.by()));
    }

    void on(RecoveryOpened fact, Envelope envelope) {
        keep(note(Kind.RECOVERY_OPENED, envelope).about(fact.userId()).by(fact.by()));
    }

    void on(RecoveryEvidenceRecorded fact, Envelope envelope) {
        keep(note(Kind.RECOVERY_EVIDENCE_RECORDED, envelope)
                .about(fact.userId())
                .by(fact.by()));
    }

    void on(RecoveryConfirmed fact, Envelope envelope) {
        keep(note(Kind.RECOVERY_CONFIRMED, envelope).about(fact.userId()).by(fact.by()));
    }

    void on(RecoveryDismissed fact, Envelope envelope) {
        keep(note(Kind.RECOVERY_DISMISSED, envelope).about(fact.userId()).by(fact.by()));
    }

    void on(RecoveryCompleted fact, Envelope envelope) {
        keep(note(Kind.RECOVERY_COMPLETED, envelope).about(fact.userId()));
    }

    void on(StatusChanged fact, Envelope envelope) {
        keep(note(Kind.STATUS_CHANGED, envelope).about(fact.userId()).by(fact.by()));
    }

    void on(AddressChanged fact, Envelope envelope) {
        keep(note(Kind.ADDRESS_CHANGED, envelope).about(fact.userId()));
    }

    void on(SessionRevoked fact, Envelope envelope) {
        keep(note(Kind.SESSION_ENDED, envelope)
                .detail(fact.all() ? Detail.ALL : Detail.ONE)
                .about(fact.userId()));
    }

    void on(ServiceAccountCreated fact, Envelope envelope) {
        keep(note(Kind.SERVICE_ACCOUNT_CREATED, envelope)
                .about(fact.accountId())
                .by(fact.by()));
    }

    void on(ServiceAccountChanged fact, Envelope envelope) {
        keep(note(Kind.SERVICE_ACCOUNT_CHANGED, envelope)
                .about(fact.accountId())
                .by(fact.by()));
    }

    void on(ServiceAccountRevoked fact, Envelope envelope) {
        keep(note(Kind.SERVICE_ACCOUNT_REVOKED, envelope)
                .about(fact.accountId())
                .by(fact.by()));
    }

    void on(ServiceAccountSuspended fact, Envelope envelope) {
        keep(note(Kind.SERVICE_ACCOUNT_SUSPENDED, envelope).about(fact.accountId()));
    }

    void on(ApiKeyCreated fact, Envelope envelope) {
        keep(note(Kind.API_KEY_CREATED, envelope).about(fact.accountId()).by(fact.by()));
    }

    void on(ApiKeyRevoked fact, Envelope envelope) {
        keep(note(Kind.API_KEY_REVOKED, envelope).about(fact.accountId()).by(fact.by()));
    }

    void on(ManagementHandedOver fact, Envelope envelope) {
        keep(note(Kind.MANAGEMENT_HANDED_OVER, envelope).about(fact.to()).by(fact.from()));
    }

    void on(MemberRemoved fact, Envelope envelope) {
        keep(note(Kind.MEMBER_REMOVED, envelope).about(fact.member()).by(fact.by()));
    }

    void on(PlanChanged fact, Envelope envelope) {
        keep(note(Kind.PLAN_CHANGED, envelope).by(fact.by()));
    }

    void on(PaymentStateChanged fact, Envelope envelope) {
        keep(note(Kind.PAYMENT_STATE_CHANGED, envelope).by(fact.by()));
    }

    void on(HistoryExported fact, Envelope envelope) {
        keep(note(Kind.EXPORT, envelope).detail(Detail.HISTORY).by(fact.by()));
        count(Alarm.MASS_EXPORT, fact.by(), envelope);
    }

    void on(ContactRequestAnswered fact, Envelope envelope) {
        keep(note(Kind.CONTACT_REQUEST_ANSWERED, envelope).by(fact.by()));
    }

    void on(ContactRequestClosed fact, Envelope envelope) {
        keep(note(Kind.CONTACT_REQUEST_CLOSED, envelope).by(fact.by()));
    }

    void on(DeadLetterReplayed fact, Envelope envelope) {
        var note = note(Kind.DEAD_LETTER_REPLAYED, envelope).by(fact.by()).from(null, fact.service());
        keep(fact.handled() ? note : note.failed(Detail.OTHER));
    }

    void on(DeadLetterDropped fact, Envelope envelope) {
        keep(note(Kind.DEAD_LETTER_DROPPED, envelope).by(fact.by()).from(null, fact.service()));
    }

    /** A report on a run comes with the run; one on a project somebody wants to take away. */
    void on(ReportRequested fact, Envelope envelope) {
        if (fact.kind() == ReportEvent.Kind.PROJECT) {
            count(Alarm.MASS_EXPORT, fact.requestedBy(), envelope);
        }
    }

    void on(MemberInvited fact, Envelope envelope) {
        count(Alarm.MASS_INVITATION, fact.by(), envelope);
    }

    private static Note note(Kind kind, Envelope envelope) {
        return Note.of("fact:" + envelope.id(), envelope.time(), kind).in(envelope.workspaceId());
    }

    private void keep(Note note) {
        entries.append(List.of(note));
    }

    private void count(Alarm alarm, UserId by, Envelope envelope) {
        alerting.saw(Sighting.done(alarm, by, envelope.id().toString(), envelope.time()));
    }
}
