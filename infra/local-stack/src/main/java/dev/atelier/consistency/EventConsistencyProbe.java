package dev.atelier.consistency;

import dev.atelier.load.TestWorkspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks the events in Kafka: each topic by itself, and the expected events over all topics. */
final class EventConsistencyProbe implements ConsistencyProbe {
    private static final List<String> TOPICS = List.of("workspace.events", "agent-run.events", "report.events");

    private final List<TestWorkspace> crews;
    private final ExpectedEvents expectedEvents;
    private final PublishedEventReader log;

    EventConsistencyProbe(List<TestWorkspace> crews, ExpectedEvents expectedEvents, PublishedEventReader log) {
        this.crews = crews;
        this.expectedEvents = expectedEvents;
        this.log = log;
    }

    @Override
    public List<ConsistencyResult> count() {
        var rows = new ArrayList<ConsistencyResult>();
        var told = new HashSet<String>();
        for (var topic : TOPICS) {
            rows.add(topic(topic, told));
        }
        var promised = new HashSet<String>();
        crews.forEach(testWorkspace -> promised.addAll(expectedEvents.of(testWorkspace)));
        long wanted = promised.size();
        promised.removeAll(told);
        rows.add(new ConsistencyResult("events in Kafka", wanted, wanted - promised.size(), promised.size(), 0, 0, 0));
        return rows;
    }

    /** Reads all events of a topic and adds those that can be expected to the published ones. */
    private ConsistencyResult topic(String topic, Set<String> told) {
        var sequenceTracker = new SequenceTracker();
        var heard = log.read(topic);
        long doubled = 0;
        for (var fact : heard) {
            sequenceTracker.record(fact.id(), fact.subject(), fact.sequence());
            if (ExpectedEvents.isExpected(fact.type()) && !told.add(ExpectedEvents.fact(fact.type(), fact.subject()))) {
                doubled++;
            }
        }
        long twice = sequenceTracker.repeats() + doubled;
        return new ConsistencyResult(
                topic, heard.size(), sequenceTracker.count(), 0, twice, sequenceTracker.disordered(), 0);
    }
}
