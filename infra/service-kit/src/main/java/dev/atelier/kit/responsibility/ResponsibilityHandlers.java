package dev.atelier.kit.responsibility;

import dev.atelier.events.MembershipState;
import dev.atelier.events.SuspensionReason;
import dev.atelier.events.UserState;
import dev.atelier.events.WorkspaceEvent.ManagementHandedOver;
import dev.atelier.kit.inbox.DomainEventHandler;
import dev.atelier.kit.state.EntityStateHandler;
import org.jspecify.annotations.Nullable;

/** Handles ends of memberships, changes of accounts and handovers of the management. */
final class ResponsibilityHandlers {
    private ResponsibilityHandlers() {}

    /** Handles ended memberships. */
    record MembershipEventHandler(ResponsibilityService responsibilities)
            implements EntityStateHandler<MembershipState> {
        @Override
        public void handleChange(@Nullable MembershipState before, MembershipState after) {
            if (after.ended()) {
                responsibilities.suspendForEndedMembership(after.workspaceId(), after.userId());
            }
        }
    }

    /** Handles accounts that become inactive or active again. */
    record AccountEventHandler(ResponsibilityService responsibilities) implements EntityStateHandler<UserState> {
        @Override
        public void handleChange(@Nullable UserState before, UserState after) {
            if (after.ended()) {
                responsibilities.suspendForInactiveAccount(after.userId(), SuspensionReason.ACCOUNT_ENDED);
            } else if (after.held()) {
                responsibilities.suspendForInactiveAccount(after.userId(), SuspensionReason.ACCOUNT_HELD);
            } else if (after.deactivated()) {
                responsibilities.suspendForInactiveAccount(after.userId(), SuspensionReason.ACCOUNT_DEACTIVATED);
            } else if (before == null || ProjectedAccountStatus.isInactive(before)) {
                responsibilities.restoreForActiveAccount(after.userId());
            }
        }
    }

    /** Handles handovers in which the successor takes over what the former manager was responsible for. */
    record ManagementEventHandler(ResponsibilityService responsibilities) implements DomainEventHandler {
        void on(ManagementHandedOver handedOver) {
            if (Boolean.TRUE.equals(handedOver.takeOver())) {
                responsibilities.assignToSuccessor(handedOver.workspaceId(), handedOver.from(), handedOver.to());
            }
        }
    }
}
