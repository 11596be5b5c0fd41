package dev.atelier.workspace.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.atelier.events.WorkspaceEvent;
import dev.atelier.events.WorkspaceEvent.ManagementHandedOver;
import dev.atelier.events.WorkspaceEvent.ManagementOffered;
import dev.atelier.events.WorkspaceEvent.MemberLeft;
import dev.atelier.events.WorkspaceEvent.MemberRemoved;
import dev.atelier.events.WorkspaceEvent.WorkspaceCreated;
import dev.atelier.events.WorkspaceEvent.WorkspaceRenamed;
import dev.atelier.events.id.InvitationId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.ManagerRequired;
import dev.atelier.workspace.event.AggregateChange;
import dev.atelier.workspace.plan.Plan;
import dev.atelier.workspace.plan.PlanLimits;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkspaceTest {
    private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");

    private static final Plan PLAN = Plan.initial("self-hosted", PlanLimits.NONE);

    private final WorkspaceId id = WorkspaceId.next();
    private final UserId lea = new UserId(UUID.randomUUID());
    private final UserId noah = new UserId(UUID.randomUUID());
    private final UserId mia = new UserId(UUID.randomUUID());
    private final Workspace workspace =
            Workspace.create(id, "Atelier", "en", PLAN, lea, NOW).after();

    private static @Nullable WorkspaceEvent said(AggregateChange<Workspace> change) {
        return change.fact();
    }

    @Test
    void whoeverMakesItManagesIt() {
        var founded = Workspace.create(id, "Atelier", "en", PLAN, lea, NOW);

        assertThat(founded.after().manager()).isEqualTo(lea);
        assertThat(founded.after().sequence()).isEqualTo(1);
        assertThat(said(founded)).isEqualTo(new WorkspaceCreated(id, "Atelier", lea));
    }

    @Test
    void theManagementStaysUntilTheOtherAccepts() {
        var offered = workspace.offer(noah, lea, NOW);
        assertThat(offered.after().manager()).isEqualTo(lea);
        assertThat(said(offered)).isEqualTo(new ManagementOffered(id, noah, lea));

        var accepted = offered.after().acceptManagement(noah, true);
        assertThat(accepted.after().manager()).isEqualTo(noah);
        assertThat(accepted.after().offer()).isNull();
        assertThat(said(accepted)).isEqualTo(new ManagementHandedOver(id, lea, noah, true));
    }

    @Test
    void onlyTheOneAskedAcceptsAndOnlyOnce() {
        var offered = workspace.offer(noah, lea, NOW).after();

        assertThatExceptionOfType(ManagementNotOffered.class).isThrownBy(() -> workspace.acceptManagement(noah, false));
        assertThatExceptionOfType(ManagementNotOffered.class).isThrownBy(() -> offered.acceptManagement(mia, false));
        assertThatExceptionOfType(ManagementNotOffered.class)
                .isThrownBy(() -> offered.acceptManagement(noah, false).after().acceptManagement(noah, true));
    }

    @Test
    void offeringAgainSaysNothingNewAndOfferingToAnotherReplaces() {
        var offered = workspace.offer(noah, lea, NOW).after();

        assertThat(said(offered.offer(noah, lea, NOW))).isNull();
        var other = offered.offer(mia, lea, NOW).after();
        assertThatExceptionOfType(ManagementNotOffered.class).isThrownBy(() -> other.acceptManagement(noah, false));
        assertThatExceptionOfType(AlreadyManager.class).isThrownBy(() -> workspace.offer(lea, lea, NOW));
    }

    @Test
    void anOfferFallsWithTheMemberItWasMadeTo() {
        var offered = workspace.offer(noah, lea, NOW).after();

        assertThat(offered.remove(noah, lea).after().offer()).isNull();
        assertThat(offered.leave(noah).after().offer()).isNull();
        assertThat(offered.remove(mia, lea).after().offer()).isNotNull();
        assertThat(said(offered.remove(noah, lea))).isEqualTo(new MemberRemoved(id, noah, lea));
        assertThat(said(offered.leave(noah))).isEqualTo(new MemberLeft(id, noah));
    }

    @Test
    void theManagerNeitherLeavesNorIsRemoved() {
        assertThatExceptionOfType(ManagerCannotLeave.class).isThrownBy(() -> workspace.leave(lea));
        assertThatExceptionOfType(ManagerCannotLeave.class).isThrownBy(() -> workspace.remove(lea, lea));
    }

    @Test
    void onlyTheManagerDoesWhatIsTheManagers() {
        var invitation = InvitationId.next();

        assertThatExceptionOfType(ManagerRequired.class).isThrownBy(() -> workspace.remove(mia, noah));
        assertThatExceptionOfType(ManagerRequired.class).isThrownBy(() -> workspace.offer(mia, noah, NOW));
        assertThatExceptionOfType(ManagerRequired.class).isThrownBy(() -> workspace.withdrawOffer(noah));
        assertThatExceptionOfType(ManagerRequired.class).isThrownBy(() -> workspace.invite(invitation, noah, NOW));
        assertThatExceptionOfType(ManagerRequired.class).isThrownBy(() -> workspace.revokeInvitation(invitation, noah));
        assertThatExceptionOfType(ManagerRequired.class).isThrownBy(() -> workspace.update("Mine", "en", noah));
    }

    @Test
    void whatMembersAreToldHasANewVersionAndTheRestHasNot() {
        var renamed = workspace.update("Studio", "en", lea);
        assertThat(renamed.after().version()).isEqualTo(2);
        assertThat(said(renamed)).isEqualTo(new WorkspaceRenamed(id, "Studio", lea));

        var translated = workspace.update("Atelier", "fr", lea);
        assertThat(translated.after().version()).isEqualTo(2);
        assertThat(translated.after().sequence()).isEqualTo(1);

        assertThat(workspace.update("Atelier", "en", lea).after()).isEqualTo(workspace);
        assertThat(workspace.leave(noah).after().version()).isEqualTo(1);
    }
}
