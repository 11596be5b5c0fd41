package dev.atelier.bench.measurement;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Processor time of processes since their start, as counted by the operating system (in steps of 10 ms on Linux).
 *
 * @param byPart time by the name of the part
 */
public record ProcessCpuTime(Map<String, Duration> byPart) {
    public ProcessCpuTime {
        byPart = Map.copyOf(byPart);
    }

    /** Reads the present values; a process that has ended is omitted. */
    public static ProcessCpuTime of(Map<String, Long> pids) {
        var times = new LinkedHashMap<String, Duration>();
        pids.forEach((part, pid) -> ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .ifPresent(time -> times.put(part, time)));
        return new ProcessCpuTime(times);
    }

    /** Returns the time since an earlier reading; a part that was restarted meanwhile counts from its start. */
    public ProcessCpuTime since(ProcessCpuTime earlier) {
        var used = new LinkedHashMap<String, Duration>();
        byPart.forEach((part, time) -> {
            var before = earlier.byPart.getOrDefault(part, Duration.ZERO);
            used.put(part, time.compareTo(before) < 0 ? time : time.minus(before));
        });
        return new ProcessCpuTime(used);
    }

    /** Returns the time of all parts together. */
    public Duration total() {
        return byPart.values().stream().reduce(Duration.ZERO, Duration::plus);
    }
}
