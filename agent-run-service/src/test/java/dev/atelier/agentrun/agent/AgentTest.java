package dev.atelier.agentrun.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.atelier.agentrun.model.ConnectionId;
import dev.atelier.agentrun.tool.ApprovalRule;
import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.UuidV7;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.MemberAccess;
import dev.atelier.kit.problem.InvalidInput;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentTest {
    private static final Instant BEGIN = Instant.parse("2026-11-02T09:00:00Z");
    private static final Instant LATER = BEGIN.plusSeconds(60);

    private final WorkspaceId workspace = new WorkspaceId(UuidV7.next());
    private final MemberAccess lea = membership(WorkspaceRole.MANAGER);
    private final MemberAccess noah = membership(WorkspaceRole.MEMBER);
    private final MemberAccess mia = membership(WorkspaceRole.MEMBER);
    private final Agent draft = Agent.drafted(workspace, " Weekly status ", told("Be brief."), noah.userId(), BEGIN);

    @Test
    void beginsAsADraftThatNobodyCanRun() {
        assertThat(draft.name()).isEqualTo("Weekly status");
        assertThat(draft.revision()).isEqualTo(1);
        assertThat(draft.published()).isZero();
    }

    @Test
    void countsEachChangeOfItsDraft() {
        var changed = draft.changed("Status", told("Be very brief."), noah, LATER);

        assertThat(changed.revision()).isEqualTo(2);
        assertThat(changed.changedAt()).isEqualTo(LATER);
        assertThat(changed.published()).isZero();
    }

    @Test
    void staysAsItIsWhereNothingIsNew() {
        assertThat(draft.changed("Weekly status ", told("Be brief."), noah, LATER))
                .isSameAs(draft);
    }

    @Test
    void keepsAPublishedVersionWhileTheDraftGoesOn() {
        var published = draft.publish(lea, LATER);
        var version = published.newestVersion(lea.userId(), LATER);
        var changed = published.changed("Weekly status", told("Be very brief."), noah, LATER);

        assertThat(version.number()).isEqualTo(1);
        assertThat(version.definition().instructions()).isEqualTo("Be brief.");
        assertThat(changed.published()).isEqualTo(1);
        assertThat(changed.publish(noah, LATER)
                        .newestVersion(noah.userId(), LATER)
                        .number())
                .isEqualTo(2);
    }

    @Test
    void isChangedAndPublishedByItsMakerAndTheManagerAlone() {
        assertThatExceptionOfType(AgentOwnerRequired.class)
                .isThrownBy(() -> draft.changed("Mine", told("Be loud."), mia, LATER));
        assertThatExceptionOfType(AgentOwnerRequired.class).isThrownBy(() -> draft.publish(mia, LATER));
        assertThat(draft.changed("Ours", told("Be calm."), lea, LATER).name()).isEqualTo("Ours");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101})
    void refusesANameBeyondItsBounds(int length) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> draft.changed("x".repeat(length), told("Be brief."), noah, LATER));
        assertThat(draft.changed("x".repeat(100), told("Be brief."), noah, LATER)
                        .name())
                .hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20_001})
    void refusesInstructionsBeyondTheirBounds(int length) {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> told("x".repeat(length)));
        assertThat(told("x".repeat(20_000)).instructions()).hasSize(20_000);
    }

    @Test
    void namesEachToolOnce() {
        var use = new AllowedTool("search_actions", ApprovalRule.NONE);

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() ->
                        new AgentDefinition("Be brief.", ConnectionId.BUILT_IN, List.of(use, use), RunLimits.USUAL));
    }

    private static AgentDefinition told(String instructions) {
        return new AgentDefinition(instructions, ConnectionId.BUILT_IN, List.of(), RunLimits.USUAL);
    }

    private MemberAccess membership(WorkspaceRole role) {
        return new MemberAccess(workspace, new UserId(UuidV7.next()), role);
    }
}
