package dev.atelier.kit.responsibility;

import dev.atelier.events.UserState;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.state.StateProjectionRegistry;
import dev.atelier.kit.work.WorkerThreadPool;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Suspends what acts for members who leave, in every service that stores such documents. */
@AutoConfiguration(afterName = "dev.atelier.kit.access.AccessKitAutoConfiguration")
@ConditionalOnBean({WorkspaceAuthorization.class, MongoTemplate.class, ActsForMemberStore.class})
class ResponsibilityKitAutoConfiguration {
    /** The stores are looked up lazily, because some of them depend on this bean. */
    @Bean
    ResponsibilityService responsibilities(
            MongoTemplate mongo,
            ObjectProvider<ActsForMemberStore<?>> stores,
            WorkspaceAuthorization workspaceAuthorization,
            AccountStatusLookup accounts,
            TransactionRunner transactionRunner,
            Clock clock) {
        return new ResponsibilityService(
                mongo,
                () -> stores.orderedStream().toList(),
                workspaceAuthorization,
                accounts,
                transactionRunner,
                clock);
    }

    @Bean
    WorkerThreadPool responsibilityWorkers(ResponsibilityService responsibilityService) {
        return new WorkerThreadPool("responsibility", 1, responsibilityService::processNext);
    }

    @Bean
    ResponsibilityController responsibilityController(ResponsibilityService responsibilityService) {
        return new ResponsibilityController(responsibilityService);
    }

    /** For services that project the states of workspace-service. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(name = "atelier.access.projection", matchIfMissing = true)
    static class MemberConfiguration {
        @Bean
        ResponsibilityHandlers.MembershipEventHandler responsibilityOfMembers(
                ResponsibilityService responsibilityService) {
            return new ResponsibilityHandlers.MembershipEventHandler(responsibilityService);
        }

        @Bean
        ResponsibilityHandlers.ManagementEventHandler responsibilityOfManagement(
                ResponsibilityService responsibilityService) {
            return new ResponsibilityHandlers.ManagementEventHandler(responsibilityService);
        }
    }

    /** For services that project the states of identity-service. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(AccountStatusLookup.class)
    static class AccountConfiguration {
        @Bean
        AccountStatusLookup openAccounts(StateProjectionRegistry projections) {
            return new ProjectedAccountStatus(projections.of(UserState.class));
        }

        @Bean
        ResponsibilityHandlers.AccountEventHandler responsibilityOfAccounts(
                ResponsibilityService responsibilityService) {
            return new ResponsibilityHandlers.AccountEventHandler(responsibilityService);
        }
    }
}
