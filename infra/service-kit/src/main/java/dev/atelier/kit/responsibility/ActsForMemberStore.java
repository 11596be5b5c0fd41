package dev.atelier.kit.responsibility;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.atelier.events.id.UserId;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * One kind of things that act for members. A feature implements it for its documents; when members go, and what becomes of their things, is
 * decided by {@link ResponsibilityService} alone. All methods that change something are called in a running transaction.
 *
 * @param <T> the stored documents, with indexes that begin with {@code responsible} and {@code createdBy}
 */
public interface ActsForMemberStore<T extends ActsForMember> {
    Class<T> type();

    /** The thing as it stands in lists and mails. */
    ResponsibilityItem item(T thing);

    /** Stores it suspended, and publishes that; nothing may be done with it from then on. */
    void suspend(T thing, Suspension suspension);

    /** Stores it as it acts again for the member who has their account back. */
    void giveBack(T thing);

    /** Stores it with another responsible member, no longer suspended. */
    void assign(T thing, UserId to);

    /** Finds those for which a member is responsible. */
    default Criteria heldBy(UserId member) {
        return new Criteria()
                .orOperator(
                        where("responsible").is(member),
                        where("responsible").isNull().and("createdBy").is(member));
    }
}
