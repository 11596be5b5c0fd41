package dev.atelier.agentrun.run.journal;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.atelier.events.id.RunId;
import dev.atelier.events.id.WorkspaceId;
import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** All runs' journals. */
@Component
public class RunJournal {
    private final MongoTemplate mongo;
    private final JournalGroupCommitter commits;

    RunJournal(MongoTemplate mongo, JournalGroupCommitter commits) {
        this.mongo = mongo;
        this.commits = commits;
    }

    /**
     * Writes one step, together with the steps of other runs, and returns when it is safe.
     *
     * @throws RunFenced when the line is taken
     * @throws JournalEntryTooLong when it has more than 8 MB, which no line of a run has that keeps to the limits of answers and tools
     */
    public void append(JournalEntry entry) {
        commits.append(entry);
    }

    /** Writes one line inside the running transaction. */
    public void appendWithin(JournalEntry entry) {
        mongo.insert(JournalDocument.of(entry));
    }

    /** The run's journal from its beginning. */
    public List<JournalEntry> of(WorkspaceId workspace, RunId run) {
        return after(workspace, run, 0);
    }

    /** The lines after the given one. */
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
