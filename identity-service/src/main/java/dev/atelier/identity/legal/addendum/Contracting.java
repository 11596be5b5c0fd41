package dev.atelier.identity.legal.addendum;

import dev.atelier.events.IdentityEvent.AddendumAccepted;
import dev.atelier.events.LegalDocument;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.identity.account.Register;
import dev.atelier.identity.legal.addendum.AddendumController.Addendum;
import dev.atelier.identity.legal.version.LegalVersions;
import dev.atelier.identity.legal.version.NotTheVersion;
import dev.atelier.identity.legal.version.VersionView;
import dev.atelier.kit.access.Access;
import dev.atelier.kit.mongo.Transactions;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Managers accepting the data processing addendum for their workspaces. */
@Component
class Contracting {
    private static final LegalDocument ADDENDUM = LegalDocument.DATA_PROCESSING_ADDENDUM;

    private final LegalVersions versions;
    private final AddendumAcceptances acceptances;
    private final Access access;
    private final Register register;
    private final Transactions transactions;
    private final Clock clock;

    Contracting(
            LegalVersions versions,
            AddendumAcceptances acceptances,
            Access access,
            Register register,
            Transactions transactions,
            Clock clock) {
        this.versions = versions;
        this.acceptances = acceptances;
        this.access = access;
        this.register = register;
        this.transactions = transactions;
        this.clock = clock;
    }

    Addendum read(WorkspaceId workspace, UserId by) {
        access.manager(workspace, by);
        var accepted =
                acceptances.findFirstByWorkspaceIdOrderByNumberDesc(workspace).orElse(null);
        return new Addendum(
                versions.inForce(ADDENDUM).map(VersionView::of).orElse(null),
                versions.upcoming(ADDENDUM).map(VersionView::of).orElse(null),
                accepted == null ? null : accepted.number(),
                accepted == null ? null : accepted.by(),
                accepted == null ? null : accepted.at());
    }

    /**
     * Accepts a version; again, nothing changes.
     *
     * @throws NotTheVersion where it is neither in force nor the newest
     */
    Addendum accept(WorkspaceId workspace, int number, UserId by) {
        transactions.run(() -> {
            access.manager(workspace, by);
            access.rely(workspace, by);
            versions.demandCurrent(ADDENDUM, number);
            if (!acceptances.existsByWorkspaceIdAndNumber(workspace, number)) {
                acceptances.insert(AddendumAcceptance.of(workspace, number, by, clock.instant()));
                register.say(new AddendumAccepted(by, workspace, number));
            }
        });
        return read(workspace, by);
    }
}
