package dev.atelier.kit.responsibility;

import dev.atelier.events.UserState;
import dev.atelier.kit.access.Access;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.state.StateProjections;
import dev.atelier.kit.work.Workers;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Suspends what acts for members who go, in every service that holds such things. */
@AutoConfiguration(afterName = "dev.atelier.kit.access.AccessKitAutoConfiguration")
@ConditionalOnBean({Access.class, MongoTemplate.class, ActsForMemberStore.class})
class ResponsibilityKitAutoConfiguration {
    /** Stores come late, as some of them need what this makes. */
    @Bean
    Responsibilities responsibilities(
            MongoTemplate mongo,
            ObjectProvider<ActsForMemberStore<?>> stores,
            Access access,
            OpenAccounts accounts,
            Transactions transactions,
            Clock clock) {
        return new Responsibilities(
                mongo, () -> stores.orderedStream().toList(), access, accounts, transactions, clock);
    }

    @Bean
    Workers responsibilityWorkers(Responsibilities responsibilities) {
        return new Workers("responsibility", 1, responsibilities::goOn);
    }

    @Bean
    ResponsibilityController responsibilityController(Responsibilities responsibilities) {
        return new ResponsibilityController(responsibilities);
    }

    /** For services that know members by the states of workspace-service. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(name = "atelier.access.projection", matchIfMissing = true)
    static class ProjectedMembers {
        @Bean
        ResponsibilityListeners.OfMembers responsibilityOfMembers(Responsibilities responsibilities) {
            return new ResponsibilityListeners.OfMembers(responsibilities);
        }

        @Bean
        ResponsibilityListeners.OfManagement responsibilityOfManagement(Responsibilities responsibilities) {
            return new ResponsibilityListeners.OfManagement(responsibilities);
        }
    }

    /** For services that know accounts by the states of identity-service. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(OpenAccounts.class)
    static class ProjectedPeople {
        @Bean
        OpenAccounts openAccounts(StateProjections projections) {
            return new ProjectedAccounts(projections.of(UserState.class));
        }

        @Bean
        ResponsibilityListeners.OfAccounts responsibilityOfAccounts(Responsibilities responsibilities) {
            return new ResponsibilityListeners.OfAccounts(responsibilities);
        }
    }
}
