package dev.atelier.kit.responsibility;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.atelier.events.id.UserId;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Access to one kind of documents that act for members. A feature implements it for its documents;
 * {@link ResponsibilityService} alone decides when they are suspended, restored or assigned. The methods that change
 * something are called in a running transaction.
 *
 * @param <T> the stored documents, with indexes that start with {@code responsible} and {@code createdBy}
 */
public interface ActsForMemberStore<T extends ActsForMember> {
    Class<T> type();

    /** Returns the document as lists and e-mails show it. */
    ResponsibilityItem toItem(T thing);

    /** Stores it as suspended and publishes that; from then on it may not be used. */
    void suspend(T thing, Suspension suspension);

    /** Stores it as active again for the responsible member, whose account is active again. */
    void restore(T thing);

    /** Stores it with another responsible member and no longer suspended. */
    void assign(T thing, UserId to);

    /** Returns the query for the documents for which a member is responsible. */
    default Criteria heldBy(UserId member) {
        return new Criteria()
                .orOperator(
                        where("responsible").is(member),
                        where("responsible").isNull().and("createdBy").is(member));
    }
}
