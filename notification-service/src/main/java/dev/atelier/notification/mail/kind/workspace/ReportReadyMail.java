package dev.atelier.notification.mail.kind.workspace;

import dev.atelier.events.MessageEnvelope;
import dev.atelier.events.ReportEvent.ReportReady;
import dev.atelier.kit.http.InternalClientFactory;
import dev.atelier.kit.inbox.DomainEventHandler;
import dev.atelier.notification.mail.MailData;
import dev.atelier.notification.mail.MailKind;
import dev.atelier.notification.mail.OutgoingMail;
import dev.atelier.notification.mail.OutgoingMail.MailAttachment;
import dev.atelier.notification.mail.queue.MailQueue;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Brings a finished report as a PDF to the member who requested it, if they wanted a mail. */
@Component
class ReportReadyMail implements MailKind, DomainEventHandler {
    private final MailQueue mailQueue;
    private final MemberMailComposer memberMailComposer;
    private final InternalClientFactory services;

    ReportReadyMail(MailQueue mailQueue, MemberMailComposer memberMailComposer, InternalClientFactory services) {
        this.mailQueue = mailQueue;
        this.memberMailComposer = memberMailComposer;
        this.services = services;
    }

    @Override
    public String key() {
        return "report-ready";
    }

    void on(ReportReady report, MessageEnvelope envelope) {
        if (report.mailWanted()) {
            var values = Map.of(
                    "reportId", report.reportId().toString(),
                    "projectId", report.projectId().toString());
            mailQueue.queue(envelope.id(), this, new MailData(report.workspaceId(), report.requestedBy(), values));
        }
    }

    @Override
    public OutgoingMail compose(MailData data) {
        var recipient = memberMailComposer.recipient(data);
        return new OutgoingMail(
                recipient.email(),
                key(),
                recipient.locale(),
                List.of(memberMailComposer.projectName(data)),
                memberMailComposer.workspaceName(data),
                memberMailComposer.link(data, "reports", "reportId"),
                new MailAttachment("report-%s.pdf".formatted(data.get("reportId")), content(data)));
    }

    private byte[] content(MailData data) {
        return services
                .clientFor("report-service")
                .onBehalfOf(data.requireRecipient())
                .get("/internal/workspaces/{w}/reports/{r}/content", data.workspaceId(), data.get("reportId"))
                .stream(MediaType.APPLICATION_PDF, InputStream::readAllBytes);
    }
}
