package dev.atelier.bench.measurement;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The machine of a benchmark, without its name. */
public final class MachineDescription {
    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

    private MachineDescription() {}

    /** Returns kind, processors, memory in MB, Java, and the load average of the last minute (-1 if unknown). */
    public static Map<String, Object> here() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        var machine = new LinkedHashMap<String, Object>();
        machine.put("system", "%s %s".formatted(system.getName(), system.getArch()));
        machine.put("processor", processor());
        machine.put("processors", system.getAvailableProcessors());
        if (system instanceof com.sun.management.OperatingSystemMXBean more) {
            machine.put("memory_mb", more.getTotalMemorySize() >> 20);
        }
        machine.put("java", Runtime.version().toString());
        machine.put("load_before", BenchmarkRounds.rounded(system.getSystemLoadAverage()));
        return machine;
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(PROCESSOR)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
