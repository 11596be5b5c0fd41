package dev.atelier.agentrun.run.journal;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.atelier.events.id.RunId;
import dev.atelier.events.id.WorkspaceId;
import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Reads and writes the journals of runs. */
@Component
public class RunJournal {
    private final MongoTemplate mongo;
    private final JournalGroupCommitter commits;

    RunJournal(MongoTemplate mongo, JournalGroupCommitter commits) {
        this.mongo = mongo;
        this.commits = commits;
    }

    /**
     * Appends one entry, in one write with entries of other runs, and returns when it is durable.
     *
     * @throws RunFenced when another writer has written this entry
     * @throws JournalEntryTooLong when it has more than 8 MB; answers and tool results within their limits never reach
     *     that
     */
    public void append(JournalEntry entry) {
        commits.append(entry);
    }

    /** Appends one entry inside the running transaction. */
    public void appendWithin(JournalEntry entry) {
        mongo.insert(JournalDocument.of(entry));
    }

    /** Returns the run's journal from its first entry. */
    public List<JournalEntry> of(WorkspaceId workspace, RunId run) {
        return after(workspace, run, 0);
    }

    /** Returns the entries after the given number. */
    public List<JournalEntry> after(WorkspaceId workspace, RunId run, long seq) {
        return mongo
                .find(
                        Query.query(where("workspaceId")
                                        .is(workspace)
                                        .and("runId")
                                        .is(run)
                                        .and("seq")
                                        .gt(seq))
                                .with(Sort.by("seq")),
                        JournalDocument.class)
                .stream()
                .map(JournalDocument::entry)
                .toList();
    }
}
