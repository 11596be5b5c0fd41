package dev.atelier.bench.measurement;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Processor time that processes have used since they began, as the operating system counts it (in steps of 10 ms on Linux).
 *
 * @param byPart the part's name and its time
 */
public record ProcessCpuTime(Map<String, Duration> byPart) {
    public ProcessCpuTime {
        byPart = Map.copyOf(byPart);
    }

    /** Of now; a process that has ended is left out. */
    public static ProcessCpuTime of(Map<String, Long> pids) {
        var times = new LinkedHashMap<String, Duration>();
        pids.forEach((part, pid) -> ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .ifPresent(time -> times.put(part, time)));
        return new ProcessCpuTime(times);
    }

    /** What was used since an earlier reading; a part that was started again in between counts from its start. */
    public ProcessCpuTime since(ProcessCpuTime earlier) {
        var used = new LinkedHashMap<String, Duration>();
        byPart.forEach((part, time) -> {
            var before = earlier.byPart.getOrDefault(part, Duration.ZERO);
            used.put(part, time.compareTo(before) < 0 ? time : time.minus(before));
        });
        return new ProcessCpuTime(used);
    }

    /** Of all parts together. */
    public Duration total() {
        return byPart.values().stream().reduce(Duration.ZERO, Duration::plus);
    }
}
