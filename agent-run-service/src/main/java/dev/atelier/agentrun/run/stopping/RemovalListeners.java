package dev.atelier.agentrun.run.stopping;

import dev.atelier.events.MembershipState;
import dev.atelier.events.ProjectState;
import dev.atelier.events.UserState;
import dev.atelier.kit.state.StateListener;
import dev.atelier.kit.state.StateProjection;
import dev.atelier.kit.state.StateProjections;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Hears of memberships, projects and people. */
@Configuration(proxyBeanMethods = false)
class RemovalListeners {
    @Bean
    StateProjection<UserState> userStates(StateProjections projections) {
        return projections.of(UserState.class);
    }

    @Component
    record OfMembers(Removals removals) implements StateListener<MembershipState> {
        @Override
        public void changed(@Nullable MembershipState before, MembershipState after) {
            removals.heard(after);
        }
    }

    @Component
    record OfParticipants(Removals removals) implements StateListener<ProjectState> {
        @Override
        public void changed(@Nullable ProjectState before, ProjectState after) {
            removals.heard(after);
        }
    }

    @Component
    record OfPeople(Removals removals) implements StateListener<UserState> {
        @Override
        public void changed(@Nullable UserState before, UserState after) {
            removals.heard(after);
        }
    }
}
