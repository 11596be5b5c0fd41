package dev.atelier.agentrun.run.stream;

import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.RunSettings;
import dev.atelier.agentrun.run.journal.Entry;
import dev.atelier.agentrun.run.journal.Journal;
import dev.atelier.agentrun.run.journal.JournalFeed;
import dev.atelier.agentrun.run.journal.JournalListener;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.access.Access;
import dev.atelier.kit.web.drain.DrainingBegan;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/** All open streams of this instance, fed by the journal's feed. */
@Component
class JournalStreams implements JournalListener {
    private final ConcurrentHashMap<RunId, Set<JournalStream>> open = new ConcurrentHashMap<>();
    private final Journal journal;
    private final Access access;
    private final JsonMapper json;
    private final RunSettings settings;

    JournalStreams(JournalFeed feed, Journal journal, Access access, JsonMapper json, RunSettings settings) {
        this.journal = journal;
        this.access = access;
        this.json = json;
        this.settings = settings;
        feed.listen(this);
    }

    /** Streams the run's journal from after the given line to its end, to a person who may read it. */
    SseEmitter stream(Run run, long after, UserId reader) {
        var emitter = new SseEmitter(0L);
        var stream = new JournalStream(
                emitter,
                entry -> json.writeValueAsString(Line.of(entry, json)),
                () -> access.participant(run.workspaceId(), run.projectId(), reader),
                settings.heartbeat(),
                after);
        open.computeIfAbsent(run.id(), id -> ConcurrentHashMap.newKeySet()).add(stream);
        Thread.ofVirtual().name("stream").start(() -> {
            try {
                stream.run(() -> journal.after(run.workspaceId(), run.id(), after));
            } finally {
                forget(run.id(), stream);
            }
        });
        return emitter;
    }

    private void forget(RunId run, JournalStream stream) {
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
        breakOff();
    }

    /** The clients come back with the last id they saw, to another instance. */
    @EventListener(DrainingBegan.class)
    void drain() {
        breakOff();
    }

    private void breakOff() {
        open.values().forEach(streams -> streams.forEach(JournalStream::breakOff));
    }
}
