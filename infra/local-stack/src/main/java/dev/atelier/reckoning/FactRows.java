package dev.atelier.reckoning;

import dev.atelier.load.Crew;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What stands in Kafka: each topic by itself, and what was promised in all of them. */
final class FactRows implements Rows {
    private static final List<String> TOPICS = List.of("workspace.events", "agent-run.events", "report.events");

    private final List<Crew> crews;
    private final Promises promises;
    private final EventLog log;

    FactRows(List<Crew> crews, Promises promises, EventLog log) {
        this.crews = crews;
        this.promises = promises;
        this.log = log;
    }

    @Override
    public List<Row> count() {
        var rows = new ArrayList<Row>();
        var told = new HashSet<String>();
        for (var topic : TOPICS) {
            rows.add(topic(topic, told));
        }
        var promised = new HashSet<String>();
        crews.forEach(crew -> promised.addAll(promises.of(crew)));
        long wanted = promised.size();
        promised.removeAll(told);
        rows.add(new Row("facts in Kafka", wanted, wanted - promised.size(), promised.size(), 0, 0, 0));
        return rows;
    }

    /** All facts of a topic; adds those that may be awaited to the told ones. */
    private Row topic(String topic, Set<String> told) {
        var sequences = new Sequences();
        var heard = log.read(topic);
        long doubled = 0;
        for (var fact : heard) {
            sequences.see(fact.id(), fact.subject(), fact.sequence());
            if (Promises.isAwaited(fact.type()) && !told.add(Promises.fact(fact.type(), fact.subject()))) {
                doubled++;
            }
        }
        long twice = sequences.repeats() + doubled;
        return new Row(topic, heard.size(), sequences.count(), 0, twice, sequences.disordered(), 0);
    }
}
