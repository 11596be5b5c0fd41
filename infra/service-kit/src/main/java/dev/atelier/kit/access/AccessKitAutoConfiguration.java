package dev.atelier.kit.access;

import dev.atelier.events.MembershipState;
import dev.atelier.events.ProjectState;
import dev.atelier.events.WorkspaceState;
import dev.atelier.kit.state.StateKitAutoConfiguration;
import dev.atelier.kit.state.StateProjection;
import dev.atelier.kit.state.StateProjections;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;

/**
 * Gives a service the workspaces, projects and memberships of workspace-service, and access decided from them. Off with
 * {@code atelier.access.projection=false}, where a service needs none or has its own.
 */
@AutoConfiguration(after = StateKitAutoConfiguration.class)
@ConditionalOnBean(StateProjections.class)
@ConditionalOnBooleanProperty(name = "atelier.access.projection", matchIfMissing = true)
class AccessKitAutoConfiguration {
    @Bean
    StateProjection<WorkspaceState> workspaceStates(StateProjections projections) {
        return projections.of(WorkspaceState.class);
    }

    @Bean
    StateProjection<ProjectState> projectStates(StateProjections projections) {
        return projections.of(ProjectState.class);
    }

    @Bean
    StateProjection<MembershipState> membershipStates(StateProjections projections) {
        return projections.of(MembershipState.class);
    }

    @Bean
    Access access(StateProjections projections) {
        return new ProjectedAccess(
                projections.of(WorkspaceState.class),
                projections.of(ProjectState.class),
                projections.of(MembershipState.class));
    }
}
