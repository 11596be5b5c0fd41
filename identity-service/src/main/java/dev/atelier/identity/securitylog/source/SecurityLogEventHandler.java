package dev.atelier.identity.securitylog.source;

import dev.atelier.events.ContactEvent.ContactRequestAnswered;
import dev.atelier.events.ContactEvent.ContactRequestClosed;
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
import dev.atelier.events.MessageEnvelope;
import dev.atelier.events.OperatorEvent.DeadLetterDropped;
import dev.atelier.events.OperatorEvent.DeadLetterReplayed;
import dev.atelier.events.ReportEvent;
import dev.atelier.events.ReportEvent.ReportRequested;
import dev.atelier.events.SecurityEvent.SecurityAlertKind;
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
import dev.atelier.identity.securitylog.alert.AbuseSignal;
import dev.atelier.identity.securitylog.alert.SecurityAlertService;
import dev.atelier.identity.securitylog.entry.SecurityLogDetail;
import dev.atelier.identity.securitylog.entry.SecurityLogEntryDraft;
import dev.atelier.identity.securitylog.entry.SecurityLogKind;
import dev.atelier.kit.inbox.DomainEventHandler;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes Atelier's own events about accounts, rights and operators to the log, and counts invitations and exports. */
@Component
class SecurityLogEventHandler implements DomainEventHandler {
    private final SecurityLog entries;
    private final SecurityAlertService securityAlertService;

    SecurityLogEventHandler(SecurityLog entries, SecurityAlertService securityAlertService) {
        this.entries = entries;
        this.securityAlertService = securityAlertService;
    }

    void on(UserDeactivated fact, MessageEnvelope envelope) {
        keep(note(SecurityLogKind.ACCOUNT_DEACTIVATED, envelope)
                .about(fact.userId())
                .by(fact.by()));
    }

    void on(UserReactivated fact, MessageEnvelope envelope) {
        keep(note(SecurityLogKind.ACCOUNT_REACTIVATED, envelope)
                .about(fact.userId())
                .by(fact.by()));
    }

    void on(RecoveryOpened fact, MessageEnvelope envelope) {
        keep(note(SecurityLogKind.RECOVERY_OPENED, envelope)
                .about(fact.userId())
                .by(fact.by()));
    }

    void on(RecoveryEvidenceRecorded fact, MessageEnvelope envelope) {
        keep(note(SecurityLogKind.RECOVERY_EVIDENCE_RECORDED, envelope)
                .about(fact.userId())
                .by(fact.by()));
    }

    void on(RecoveryConfirmed fact, MessageEnvelope envelope) {
        keep(note(SecurityLogKind.RECOVERY_CONFIRMED, envelope)
                .about(fact.userId())
                .by(fact.by()));
    }

    void on(RecoveryDismissed fact, MessageEnvelope envelope) {
        keep(note(SecurityLogKind.RECOVERY_DISMISSED, envelope)
                .about(fact.userId())
                .by(fact.by()));
    }

    void on(RecoveryCompleted fact, MessageEnvelope envelope) {
        keep(note(SecurityLogKind.RECOVERY_COMPLETED, envelope).about(fact.userId()));
    }

    void on(StatusChanged fact, MessageEnvelope envelope) {
        keep(note(SecurityLogKind.STATUS_CHANGED, envelope).about(fact.userId()).by(fact.by()));
    }

    void on(AddressChanged fact, MessageEnvelope envelope) {
        keep(note(SecurityLogKind.ADDRESS_CHANGED, envelope).about(fact.userId()));
    }

    void on(SessionRevoked fact, MessageEnvelope envelope) {
        keep(note(SecurityLogKind.SESSION_ENDED, envelope)
                .detail(fact.all() ? SecurityLogDetail.ALL : SecurityLogDetail.ONE)
                .about(fact.userId()));
    }

    void on(ServiceAccountCreated fact, MessageEnvelope envelope) {
        keep(note(SecurityLogKind.SERVICE_ACCOUNT_CREATED, envelope)
                .about(fact.accountId())
                .by(fact.by()));
    }

    void on(ServiceAccountChanged fact, MessageEnvelope envelope) {
        keep(note(SecurityLogKind.SERVICE_ACCOUNT_CHANGED, envelope)
                .about(fact.accountId())
                .by(fact.by()));
    }

    void on(ServiceAccountRevoked fact, MessageEnvelope envelope) {
        keep(note(SecurityLogKind.SERVICE_ACCOUNT_REVOKED, envelope)
                .about(fact.accountId())
                .by(fact.by()));
    }

    void on(ServiceAccountSuspended fact, MessageEnvelope envelope) {
        keep(note(SecurityLogKind.SERVICE_ACCOUNT_SUSPENDED, envelope).about(fact.accountId()));
    }

    void on(ApiKeyCreated fact, MessageEnvelope envelope) {
        keep(note(SecurityLogKind.API_KEY_CREATED, envelope)
                .about(fact.accountId())
                .by(fact.by()));
    }

    void on(ApiKeyRevoked fact, MessageEnvelope envelope) {
        keep(note(SecurityLogKind.API_KEY_REVOKED, envelope)
                .about(fact.accountId())
                .by(fact.by()));
    }

    void on(ManagementHandedOver fact, MessageEnvelope envelope) {
        keep(note(SecurityLogKind.MANAGEMENT_HANDED_OVER, envelope)
                .about(fact.to())
                .by(fact.from()));
    }

    void on(MemberRemoved fact, MessageEnvelope envelope) {
        keep(note(SecurityLogKind.MEMBER_REMOVED, envelope).about(fact.member()).by(fact.by()));
    }

    void on(PlanChanged fact, MessageEnvelope envelope) {
        keep(note(SecurityLogKind.PLAN_CHANGED, envelope).by(fact.by()));
    }

    void on(PaymentStateChanged fact, MessageEnvelope envelope) {
        keep(note(SecurityLogKind.PAYMENT_STATE_CHANGED, envelope).by(fact.by()));
    }

    void on(HistoryExported fact, MessageEnvelope envelope) {
        keep(note(SecurityLogKind.EXPORT, envelope)
                .detail(SecurityLogDetail.HISTORY)
                .by(fact.by()));
        count(SecurityAlertKind.MASS_EXPORT, fact.by(), envelope);
    }

    void on(ContactRequestAnswered fact, MessageEnvelope envelope) {
        keep(note(SecurityLogKind.CONTACT_REQUEST_ANSWERED, envelope).by(fact.by()));
    }

    void on(ContactRequestClosed fact, MessageEnvelope envelope) {
        keep(note(SecurityLogKind.CONTACT_REQUEST_CLOSED, envelope).by(fact.by()));
    }

    void on(DeadLetterReplayed fact, MessageEnvelope envelope) {
        var securityLogEntryDraft = note(SecurityLogKind.DEAD_LETTER_REPLAYED, envelope)
                .by(fact.by())
                .from(null, fact.service());
        keep(fact.handled() ? securityLogEntryDraft : securityLogEntryDraft.failed(SecurityLogDetail.OTHER));
    }

    void on(DeadLetterDropped fact, MessageEnvelope envelope) {
        keep(note(SecurityLogKind.DEAD_LETTER_DROPPED, envelope).by(fact.by()).from(null, fact.service()));
    }

    /** Reports on a run are created with it; only a report on a project counts as an export. */
    void on(ReportRequested fact, MessageEnvelope envelope) {
        if (fact.kind() == ReportEvent.ReportKind.PROJECT) {
            count(SecurityAlertKind.MASS_EXPORT, fact.requestedBy(), envelope);
        }
    }

    void on(MemberInvited fact, MessageEnvelope envelope) {
        count(SecurityAlertKind.MASS_INVITATION, fact.by(), envelope);
    }

    private static SecurityLogEntryDraft note(SecurityLogKind kind, MessageEnvelope envelope) {
        return SecurityLogEntryDraft.of("fact:" + envelope.id(), envelope.time(), kind)
                .in(envelope.workspaceId());
    }

    private void keep(SecurityLogEntryDraft securityLogEntryDraft) {
        entries.append(List.of(securityLogEntryDraft));
    }

    private void count(SecurityAlertKind securityAlertKind, UserId by, MessageEnvelope envelope) {
        securityAlertService.count(
                AbuseSignal.done(securityAlertKind, by, envelope.id().toString(), envelope.time()));
    }
}
