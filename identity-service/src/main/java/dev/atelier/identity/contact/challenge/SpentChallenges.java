package dev.atelier.identity.contact.challenge;

import dev.atelier.identity.contact.challenge.Challenges.Solved;
import dev.atelier.kit.mongo.Transactions;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Lets each challenge through once. */
@Component
public class SpentChallenges {
    private final MongoTemplate mongo;

    SpentChallenges(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * Spends it together with what it was solved for; demands a running transaction.
     *
     * @throws ChallengeNotSolved where it was used before
     */
    public void spend(Solved solved) {
        Transactions.demand("a spent challenge");
        try {
            mongo.insert(new SpentChallenge(solved.nonce(), solved.expires()));
        } catch (DuplicateKeyException e) {
            throw new ChallengeNotSolved();
        }
    }
}
