package dev.atelier.agentrun.run.web;

import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.RunStore;
import dev.atelier.agentrun.run.journal.RunJournal;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.kit.security.Caller;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class RunEventStreamController {
    private final RunStore runStore;
    private final WorkspaceAuthorization workspaceAuthorization;
    private final RunJournal journal;
    private final JournalSseBroadcaster streams;
    private final RunStreamLimit limit;

    RunEventStreamController(
            RunStore runStore,
            WorkspaceAuthorization workspaceAuthorization,
            RunJournal journal,
            JournalSseBroadcaster streams,
            RunStreamLimit limit) {
        this.runStore = runStore;
        this.workspaceAuthorization = workspaceAuthorization;
        this.journal = journal;
        this.streams = streams;
        this.limit = limit;
    }

    /**
     * Streams a run's journal to its end. A client that reconnects with {@code Last-Event-ID} gets the events after it.
     * The answer is 204 when the run has ended and no events follow, so that a browser's EventSource stops; 429 {@code
     * too-many-streams} when the run has its maximum number of streams.
     */
    @ApiResponse(responseCode = "200", description = "The journal's entries as server-sent events, until the run ends")
    @ApiResponse(
            responseCode = "204",
            description = "The run has ended and no events follow Last-Event-ID; do not reconnect",
            content = @Content)
    @GetMapping(
            path = "/api/workspaces/{workspaceId}/runs/{runId}/events",
            produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> events(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable RunId runId,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            Caller caller) {
        workspaceAuthorization.requireMember(workspaceId, caller.userId());
        var run = runStore.get(workspaceId, runId);
        workspaceAuthorization.requireParticipant(workspaceId, run.projectId(), caller.userId());
        long after = after(lastEventId);
        if (after > 0
                && run.state().ended()
                && journal.after(workspaceId, runId, after).isEmpty()) {
            return ResponseEntity.noContent().build();
        }
        return ResponseEntity.ok(open(run, after, caller.userId()));
    }

    private SseEmitter open(Run run, long after, UserId reader) {
        limit.acquire(run.id());
        try {
            var stream = streams.stream(run, after, reader);
            stream.onCompletion(() -> limit.release(run.id()));
            return stream;
        } catch (RuntimeException e) {
            limit.release(run.id());
            throw e;
        }
    }

    private static long after(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return 0;
        }
        try {
            return Math.max(0, Long.parseLong(lastEventId.strip()));
        } catch (NumberFormatException e) {
            throw InvalidInput.of("Last-Event-ID", "must be the id of an event of this stream");
        }
    }
}
