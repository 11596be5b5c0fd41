package dev.atelier.identity.contact.challenge;

import dev.atelier.identity.contact.challenge.ChallengeService.SolvedChallenge;
import dev.atelier.kit.mongo.TransactionRunner;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Ensures that each challenge is used once. */
@Component
public class SpentChallengeStore {
    private final MongoTemplate mongo;

    SpentChallengeStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * Marks a challenge as used, in the same transaction as the request; requires a running transaction.
     *
     * @throws ChallengeNotSolved where it was used before
     */
    public void spend(SolvedChallenge solvedChallenge) {
        TransactionRunner.requireTransaction("a spent challenge");
        try {
            mongo.insert(new SpentChallengeDocument(solvedChallenge.nonce(), solvedChallenge.expires()));
        } catch (DuplicateKeyException e) {
            throw new ChallengeNotSolved();
        }
    }
}
