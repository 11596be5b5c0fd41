package dev.atelier.bench.measurement;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Reads the resource usage of a system: processor time of each process, and journal writes of the database. */
public final class ResourceMeter implements AutoCloseable {
    private final Supplier<Map<String, Long>> pids;
    private final MongoClient mongo;

    /**
     * Creates a meter of a running system.
     *
     * @param pids supplies the present process of each part, by name
     */
    public ResourceMeter(Supplier<Map<String, Long>> pids, String mongoUri) {
        this.pids = pids;
        this.mongo = MongoClients.create(mongoUri);
    }

    /** The usage until a moment. */
    public record MeterReading(ProcessCpuTime cpu, MongoJournalWrites journal) {
        /** Returns the usage since an earlier reading. */
        public MeterReading since(MeterReading earlier) {
            return new MeterReading(cpu.since(earlier.cpu), journal.since(earlier.journal));
        }

        /**
         * Returns figures per unit of work: {@code cpu_ms_per_event}, {@code cpu_ms_per_event_kafka}, {@code
         * journal_writes_per_event} ...
         */
        public Map<String, Double> per(String unit, long units) {
            var figures = new LinkedHashMap<String, Double>();
            figures.put("cpu_ms_per_" + unit, cpu.total().toNanos() / 1e6 / units);
            cpu.byPart()
                    .forEach((part, time) -> figures.put(
                            "cpu_ms_per_%s_%s".formatted(unit, part.replace('-', '_')), time.toNanos() / 1e6 / units));
            figures.put("journal_writes_per_" + unit, (double) journal.records() / units);
            figures.put("journal_syncs_per_" + unit, (double) journal.syncs() / units);
            figures.put("journal_kb_per_" + unit, journal.bytes() / 1024.0 / units);
            figures.put("documents_written_per_" + unit, (double) journal.documents() / units);
            return figures;
        }
    }

    public MeterReading read() {
        return new MeterReading(ProcessCpuTime.of(pids.get()), MongoJournalWrites.of(mongo));
    }

    @Override
    public void close() {
        mongo.close();
    }
}
