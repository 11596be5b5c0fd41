package dev.atelier.agentrun.run.stream;

import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.RunSettings;
import dev.atelier.agentrun.run.journal.Entry;
import dev.atelier.agentrun.run.journal.Journal;
import dev.atelier.agentrun.run.journal.JournalFeed;
import dev.atelier.agentrun.run.journal.JournalListener;
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

/** Which open streams of this instance show which run, fed by the journal's feed. */
@Component
class JournalStreams implements JournalListener {
    private final ConcurrentHashMap<RunId, Set<EventStream<Entry>>> open = new ConcurrentHashMap<>();
    private final EventStreams streams;
    private final Journal journal;
    private final JsonMapper json;
    private final RunSettings settings;

    JournalStreams(JournalFeed feed, EventStreams streams, Journal journal, JsonMapper json, RunSettings settings) {
        this.streams = streams;
        this.journal = journal;
        this.json = json;
        this.settings = settings;
        feed.listen(this);
    }

    /** Streams the run's journal from after the given line to its end, to a person who may read it. */
    SseEmitter stream(Run run, long after, UserId reader) {
        var lines = new RunLines(run, after);
        var stream = streams.open(
                new StreamReader(run.workspaceId(), run.projectId(), reader), lines, settings.heartbeat(), after);
        return stream.answer();
    }

    private void forget(RunId run, EventStream<Entry> stream) {
        open.computeIfPresent(run, (id, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        });
    }

    @Override
    public void heard(Entry entry) {
        open.getOrDefault(entry.runId(), Set.of()).forEach(stream -> stream.offer(entry));
    }

    /** The clients come back with the last id they saw. */
    @Override
    public void missed() {
        open.values().forEach(streams -> streams.forEach(EventStream::end));
    }

    /** The journal of one run. */
    private final class RunLines implements StreamSource<Entry> {
        private final Run run;
        private final long after;

        RunLines(Run run, long after) {
            this.run = run;
            this.after = after;
        }

        @Override
        public void opened(EventStream<Entry> stream) {
            open.computeIfAbsent(run.id(), id -> ConcurrentHashMap.newKeySet()).add(stream);
        }

        @Override
        public List<Entry> past() {
            return journal.after(run.workspaceId(), run.id(), after);
        }

        @Override
        public StreamEvent event(Entry entry) {
            return new StreamEvent(
                    entry.seq(),
                    Line.type(entry.what()),
                    json.writeValueAsString(Line.of(entry, json)),
                    entry.what().last());
        }

        @Override
        public void closed(EventStream<Entry> stream) {
            forget(run.id(), stream);
        }
    }
}
