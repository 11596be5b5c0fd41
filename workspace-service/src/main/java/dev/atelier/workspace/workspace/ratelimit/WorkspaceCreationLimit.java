package dev.atelier.workspace.workspace.ratelimit;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.LimitGuard;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Limits how many workspaces a person creates in a day. */
@Component
public class WorkspaceCreationLimit {
    private static final Duration WINDOW = Duration.ofDays(1);

    private final WorkspaceCreationRepository documents;
    private final WorkspaceCreationSettings settings;
    private final LimitGuard guard;

    WorkspaceCreationLimit(
            WorkspaceCreationRepository documents, WorkspaceCreationSettings settings, LimitGuard guard) {
        this.documents = documents;
        this.settings = settings;
        this.guard = guard;
    }

    /**
     * Counts one more workspace, in the running transaction.
     *
     * @throws TooManyWorkspaces if the limit of the last 24 hours is reached
     */
    public void countCreation(WorkspaceId workspace, UserId by, Instant now) {
        guard.write("workspaces", by);
        var begin = now.minus(WINDOW);
        if (documents.countByByAndAtAfter(by, begin) >= settings.perDay()) {
            var wait = documents
                    .findFirstByByAndAtAfterOrderByAt(by, begin)
                    .map(oldest -> Duration.between(begin, oldest.at()))
                    .orElse(WINDOW);
            throw new TooManyWorkspaces(settings.perDay(), wait);
        }
        documents.save(new WorkspaceCreationDocument(workspace, by, now));
    }
}
