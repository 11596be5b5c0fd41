package dev.atelier.identity.securitylog;

import dev.atelier.events.privacy.NotPersonal;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Both ends of the chain. Whoever appends writes it, so that of two at once one comes after the other.
 *
 * @param last the sequence of the newest entry; 0 before there was any
 * @param anchor the sequence of the newest entry that was dropped for its age; 0 where none was
 */
@TypeAlias("log-head")
@Document("securityLogHeads")
record ChainHead(
        @Id @NotPersonal("a constant") String id,
        long last,
        @NotPersonal("a hash") String lastHash,
        long anchor,
        @NotPersonal("a hash") String anchorHash,
        @Version @Nullable Long lock) {
    static final String ONLY = "chain";

    /** What the first entry follows. */
    private static final String GENESIS = "0".repeat(64);

    static ChainHead first() {
        return new ChainHead(ONLY, 0, GENESIS, 0, GENESIS, null);
    }

    ChainHead after(ChainLink newest) {
        return new ChainHead(id, newest.sequence(), newest.hash(), anchor, anchorHash, lock);
    }

    ChainHead without(ChainLink dropped) {
        return new ChainHead(id, last, lastHash, dropped.sequence(), dropped.hash(), lock);
    }

    ChainBounds ends() {
        return new ChainBounds(anchor, anchorHash, last, lastHash);
    }
}
