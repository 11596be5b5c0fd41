package dev.atelier.identity.securitylog;

import dev.atelier.identity.securitylog.note.Note;
import dev.atelier.kit.mongo.Transactions;
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

/** The chain: entries are added at its end and dropped at its beginning. */
@Component
public class SecurityLog {
    private final Entries entries;
    private final Heads heads;
    private final MongoTemplate mongo;

    SecurityLog(Entries entries, Heads heads, MongoTemplate mongo) {
        this.entries = entries;
        this.heads = heads;
        this.mongo = mongo;
    }

    /** Adds what does not yet stand in it, in this order; demands a running transaction. */
    public void append(List<Note> notes) {
        Transactions.demand("an entry of the security log");
        var known = known(notes.stream().map(Note::source).toList());
        var head = head();
        var added = new ArrayList<Entry>();
        for (var note : notes) {
            if (!known.contains(note.source())) {
                var entry = Entry.of(note, head.last() + 1, head.lastHash());
                added.add(entry);
                head = head.after(entry);
            }
        }
        if (!added.isEmpty()) {
            heads.save(head);
            mongo.insertAll(added);
        }
    }

    /** Those of these sources that stand in it. */
    public Set<String> known(Collection<String> sources) {
        return entries.findBySourceIn(sources).stream().map(Entry::source).collect(Collectors.toSet());
    }

    public Ends ends() {
        return head().ends();
    }

    public Optional<Link> link(long sequence) {
        return entries.findBySequence(sequence).map(Link.class::cast);
    }

    /** The entries after a sequence as they are found, the oldest first. */
    public List<Link> after(long sequence, int max) {
        return List.copyOf(entries.findBySequenceGreaterThanOrderBySequence(sequence, Limit.of(max)));
    }

    /**
     * Drops the oldest as far as they happened before an instant, and keeps the hash of the last one that went; demands a
     * running transaction.
     *
     * @return how many, {@code max} at most
     */
    public int drop(Instant before, int max) {
        Transactions.demand("dropping entries of the security log");
        var head = head();
        var old = entries.findBySequenceGreaterThanOrderBySequence(head.anchor(), Limit.of(max)).stream()
                .takeWhile(entry -> entry.at().isBefore(before))
                .toList();
        if (!old.isEmpty()) {
            heads.save(head.without(old.getLast()));
            entries.deleteBySequenceLessThanEqual(old.getLast().sequence());
        }
        return old.size();
    }

    private Head head() {
        return heads.findById(Head.ONLY).orElseGet(Head::first);
    }
}
