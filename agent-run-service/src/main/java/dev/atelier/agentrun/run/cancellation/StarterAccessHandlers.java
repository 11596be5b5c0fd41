package dev.atelier.agentrun.run.cancellation;

import dev.atelier.events.MembershipState;
import dev.atelier.events.ProjectState;
import dev.atelier.events.UserState;
import dev.atelier.kit.state.EntityStateHandler;
import dev.atelier.kit.state.StateProjection;
import dev.atelier.kit.state.StateProjectionRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Registers the handlers of memberships, projects and users. */
@Configuration(proxyBeanMethods = false)
class StarterAccessHandlers {
    @Bean
    StateProjection<UserState> userStates(StateProjectionRegistry projections) {
        return projections.of(UserState.class);
    }

    @Component
    record StarterMembershipHandler(StarterAccessEnforcer removals) implements EntityStateHandler<MembershipState> {
        @Override
        public void handleChange(@Nullable MembershipState before, MembershipState after) {
            removals.handle(after);
        }
    }

    @Component
    record StarterProjectHandler(StarterAccessEnforcer removals) implements EntityStateHandler<ProjectState> {
        @Override
        public void handleChange(@Nullable ProjectState before, ProjectState after) {
            removals.handle(after);
        }
    }

    @Component
    record StarterAccountHandler(StarterAccessEnforcer removals) implements EntityStateHandler<UserState> {
        @Override
        public void handleChange(@Nullable UserState before, UserState after) {
            removals.handle(after);
        }
    }
}
