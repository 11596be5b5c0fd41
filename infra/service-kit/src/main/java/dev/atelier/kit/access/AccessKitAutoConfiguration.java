package dev.atelier.kit.access;

import dev.atelier.events.MembershipState;
import dev.atelier.events.ProjectState;
import dev.atelier.events.WorkspaceState;
import dev.atelier.kit.state.StateKitAutoConfiguration;
import dev.atelier.kit.state.StateProjection;
import dev.atelier.kit.state.StateProjectionRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;

/**
 * Provides projections of the workspaces, projects and memberships of workspace-service, and {@link
 * WorkspaceAuthorization} based on them. {@code atelier.access.projection=false} switches this off for a service that
 * needs none or has its own.
 */
@AutoConfiguration(after = StateKitAutoConfiguration.class)
@ConditionalOnBean(StateProjectionRegistry.class)
@ConditionalOnBooleanProperty(name = "atelier.access.projection", matchIfMissing = true)
class AccessKitAutoConfiguration {
    @Bean
    StateProjection<WorkspaceState> workspaceStates(StateProjectionRegistry projections) {
        return projections.of(WorkspaceState.class);
    }

    @Bean
    StateProjection<ProjectState> projectStates(StateProjectionRegistry projections) {
        return projections.of(ProjectState.class);
    }

    @Bean
    StateProjection<MembershipState> membershipStates(StateProjectionRegistry projections) {
        return projections.of(MembershipState.class);
    }

    @Bean
    WorkspaceAuthorization access(StateProjectionRegistry projections) {
        return new ProjectedWorkspaceAuthorization(
                projections.of(WorkspaceState.class),
                projections.of(ProjectState.class),
                projections.of(MembershipState.class));
    }
}
