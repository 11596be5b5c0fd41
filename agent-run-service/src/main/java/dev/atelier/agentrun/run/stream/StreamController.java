package dev.atelier.agentrun.run.stream;

import dev.atelier.agentrun.run.Runs;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.Access;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class StreamController {
    private final Runs runs;
    private final Access access;
    private final JournalStreams streams;

    StreamController(Runs runs, Access access, JournalStreams streams) {
        this.runs = runs;
        this.access = access;
        this.streams = streams;
    }

    @GetMapping(path = "/api/workspaces/{w}/runs/{r}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(
            @PathVariable("w") WorkspaceId workspaceId,
            @PathVariable("r") RunId runId,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            Caller caller) {
        access.member(workspaceId, caller.userId());
        var run = runs.get(workspaceId, runId);
        access.participant(workspaceId, run.projectId(), caller.userId());
        return streams.stream(run, after(lastEventId), caller.userId());
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
