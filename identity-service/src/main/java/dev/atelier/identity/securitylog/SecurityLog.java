package dev.atelier.identity.securitylog;

import dev.atelier.identity.securitylog.entry.SecurityLogEntryDraft;
import dev.atelier.kit.mongo.TransactionRunner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The chain of entries: appended at its end, pruned at its beginning. */
@Component
public class SecurityLog {
    private final SecurityLogEntryRepository securityLogEntryRepository;
    private final ChainHeadRepository chainHeadRepository;
    private final MongoTemplate mongo;

    SecurityLog(
            SecurityLogEntryRepository securityLogEntryRepository,
            ChainHeadRepository chainHeadRepository,
            MongoTemplate mongo) {
        this.securityLogEntryRepository = securityLogEntryRepository;
        this.chainHeadRepository = chainHeadRepository;
        this.mongo = mongo;
    }

    /** Appends the entries whose source is not in the log yet, in this order; requires a running transaction. */
    public void append(List<SecurityLogEntryDraft> notes) {
        TransactionRunner.requireTransaction("an entry of the security log");
        var known = findKnownSources(
                notes.stream().map(SecurityLogEntryDraft::source).toList());
        var head = head();
        var added = new ArrayList<SecurityLogEntry>();
        for (var securityLogEntryDraft : notes) {
            if (!known.contains(securityLogEntryDraft.source())) {
                var entry = SecurityLogEntry.of(securityLogEntryDraft, head.last() + 1, head.lastHash());
                added.add(entry);
                head = head.after(entry);
            }
        }
        if (!added.isEmpty()) {
            chainHeadRepository.save(head);
            mongo.insertAll(added);
        }
    }

    /** Returns those of the sources that are in the log. */
    public Set<String> findKnownSources(Collection<String> sources) {
        return securityLogEntryRepository.findBySourceIn(sources).stream()
                .map(SecurityLogEntry::source)
                .collect(Collectors.toSet());
    }

    public ChainBounds ends() {
        return head().ends();
    }

    public Optional<ChainLink> link(long sequence) {
        return securityLogEntryRepository.findBySequence(sequence).map(ChainLink.class::cast);
    }

    /** Returns the entries after a sequence, the oldest first. */
    public List<ChainLink> after(long sequence, int max) {
        return List.copyOf(
                securityLogEntryRepository.findBySequenceGreaterThanOrderBySequence(sequence, Limit.of(max)));
    }

    /**
     * Deletes the oldest entries up to the first that is not older than an instant, and keeps the hash of the last
     * deleted one; requires a running transaction.
     *
     * @return number of deleted entries, {@code max} at most
     */
    public int deleteBefore(Instant before, int max) {
        TransactionRunner.requireTransaction("dropping entries of the security log");
        var head = head();
        var old =
                securityLogEntryRepository
                        .findBySequenceGreaterThanOrderBySequence(head.anchor(), Limit.of(max))
                        .stream()
                        .takeWhile(entry -> entry.at().isBefore(before))
                        .toList();
        if (!old.isEmpty()) {
            chainHeadRepository.save(head.without(old.getLast()));
            securityLogEntryRepository.deleteBySequenceLessThanEqual(
                    old.getLast().sequence());
        }
        return old.size();
    }

    private ChainHead head() {
        return chainHeadRepository.findById(ChainHead.ONLY).orElseGet(ChainHead::first);
    }
}
