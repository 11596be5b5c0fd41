package dev.atelier.identity.serviceaccount;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.responsibility.ActsForMemberStore;
import dev.atelier.kit.responsibility.ResponsibilityItem;
import dev.atelier.kit.responsibility.Suspension;
import java.util.Objects;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Makes service accounts depend on the members who are responsible for them and for their keys. */
@Component
class ServiceAccountResponsibility implements ActsForMemberStore<ServiceAccount> {
    private final ServiceAccountStore accounts;

    ServiceAccountResponsibility(ServiceAccountStore accounts) {
        this.accounts = accounts;
    }

    @Override
    public Class<ServiceAccount> type() {
        return ServiceAccount.class;
    }

    @Override
    public ResponsibilityItem toItem(ServiceAccount account) {
        return ResponsibilityItem.of("service-account", account.id(), account.name(), account.suspension());
    }

    @Override
    public void suspend(ServiceAccount account, Suspension suspension) {
        accounts.suspend(account, suspension);
    }

    @Override
    public void restore(ServiceAccount account) {
        accounts.resume(account, Objects.requireNonNull(account.suspension()));
    }

    @Override
    public void assign(ServiceAccount account, UserId to) {
        accounts.assign(account, to, false);
    }

    @Override
    public Criteria heldBy(UserId member) {
        return new Criteria()
                .andOperator(
                        where("revokedAt").isNull(),
                        new Criteria()
                                .orOperator(
                                        ActsForMemberStore.super.heldBy(member),
                                        where("keys.responsible").is(member),
                                        where("keys")
                                                .elemMatch(where("responsible")
                                                        .isNull()
                                                        .and("createdBy")
                                                        .is(member))));
    }
}
