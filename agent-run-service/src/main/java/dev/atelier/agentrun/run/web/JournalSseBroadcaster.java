package dev.atelier.agentrun.run.web;

import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.RunSettings;
import dev.atelier.agentrun.run.journal.JournalEntry;
import dev.atelier.agentrun.run.journal.JournalFeed;
import dev.atelier.agentrun.run.journal.JournalListener;
import dev.atelier.agentrun.run.journal.RunJournal;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.stream.EventStream;
import dev.atelier.kit.stream.EventStreams;
import dev.atelier.kit.stream.StreamEvent;
import dev.atelier.kit.stream.StreamReader;
import dev.atelier.kit.stream.StreamSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/** Sends journal entries from the feed to the open streams of this instance. */
@Component
class JournalSseBroadcaster implements JournalListener {
    private final ConcurrentHashMap<RunId, Set<EventStream<JournalEntry>>> open = new ConcurrentHashMap<>();
    private final EventStreams streams;
    private final RunJournal journal;
    private final JsonMapper json;
    private final RunSettings settings;

    JournalSseBroadcaster(
            JournalFeed feed, EventStreams streams, RunJournal journal, JsonMapper json, RunSettings settings) {
        this.streams = streams;
        this.journal = journal;
        this.json = json;
        this.settings = settings;
        feed.addListener(this);
    }

    /**
     * Streams the run's journal from the entry after the given number to the end of the run, to a person who may read
     * it.
     */
    SseEmitter stream(Run run, long after, UserId reader) {
        var lines = new RunJournalReader(run, after);
        var stream = streams.open(
                new StreamReader(run.workspaceId(), run.projectId(), reader), lines, settings.heartbeat(), after);
        return stream.response();
    }

    private void forget(RunId run, EventStream<JournalEntry> stream) {
        open.computeIfPresent(run, (id, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        });
    }

    @Override
    public void onEntry(JournalEntry entry) {
        open.getOrDefault(entry.runId(), Set.of()).forEach(stream -> stream.offer(entry));
    }

    /** Ends all streams; the clients reconnect with their last event id. */
    @Override
    public void onFeedRestarted() {
        open.values().forEach(streams -> streams.forEach(EventStream::end));
    }

    /** Source of a stream: the journal of one run. */
    private final class RunJournalReader implements StreamSource<JournalEntry> {
        private final Run run;
        private final long after;

        RunJournalReader(Run run, long after) {
            this.run = run;
            this.after = after;
        }

        @Override
        public void onOpened(EventStream<JournalEntry> stream) {
            open.computeIfAbsent(run.id(), id -> ConcurrentHashMap.newKeySet()).add(stream);
        }

        @Override
        public List<JournalEntry> missedEvents() {
            return journal.after(run.workspaceId(), run.id(), after);
        }

        @Override
        public StreamEvent toStreamEvent(JournalEntry entry) {
            return new StreamEvent(
                    entry.seq(),
                    JournalSseEvent.type(entry.what()),
                    json.writeValueAsString(JournalSseEvent.of(entry, json)),
                    entry.what().last());
        }

        @Override
        public void onClosed(EventStream<JournalEntry> stream) {
            forget(run.id(), stream);
        }
    }
}
