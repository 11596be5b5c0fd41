package dev.atelier.identity.securitylog;

import dev.atelier.events.privacy.NotPersonal;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Beginning and end of the chain. Every append writes this document, so that concurrent appends run one after the
 * other.
 *
 * @param last the sequence of the newest entry; 0 where there is none
 * @param anchor the sequence of the newest entry that was deleted after its retention; 0 where none was
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

    /** The hash before the first entry. */
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
