package dev.atelier.bench;

import dev.atelier.backing.ProgressListener;
import dev.atelier.bench.measurement.Benchmark;
import dev.atelier.bench.measurement.BenchmarkExtent;
import dev.atelier.bench.measurement.BenchmarkReport;
import dev.atelier.bench.system.LeftoverFolders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command that runs one benchmark, or several in sequence. */
@Command(mixinStandardHelpOptions = true)
final class BenchmarkCommand implements Callable<Integer> {
    private final String name;
    private final List<Benchmark> benchmarks;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "Number of rounds, 1 to 20; figures are medians (default 3).")
    private int rounds = 3;

    @Option(names = "--quick", description = "One small round, to check that the benchmark works.")
    private boolean quick;

    BenchmarkCommand(String name, List<Benchmark> benchmarks) {
        this.name = name;
        this.benchmarks = List.copyOf(benchmarks);
    }

    @Override
    public Integer call() throws Exception {
        long began = System.nanoTime();
        ProgressListener progressListener =
                said -> System.err.printf("%6.0f s  %s%n", (System.nanoTime() - began) / 1e9, said);
        LeftoverFolders.delete();
        var extent = new BenchmarkExtent(quick ? 1 : rounds, quick);
        var reports = new ArrayList<BenchmarkReport>();
        for (var benchmark : benchmarks) {
            progressListener.report("Benchmark " + benchmark.name() + ": " + benchmark.description());
            var report = benchmark.measure(extent, progressListener);
            reports.add(report);
            IO.println(report.json());
        }
        if (reports.size() > 1) {
            IO.println(together(reports).json());
        }
        return 0;
    }

    private BenchmarkReport together(List<BenchmarkReport> reports) {
        return new BenchmarkReport(
                name,
                byName(reports, BenchmarkReport::figures),
                byName(reports, BenchmarkReport::sizes),
                byName(reports, BenchmarkReport::settings),
                reports.getFirst().machine());
    }

    private static Map<String, Object> byName(List<BenchmarkReport> reports, Function<BenchmarkReport, Object> what) {
        var all = new LinkedHashMap<String, Object>();
        reports.forEach(report -> all.put(report.name(), what.apply(report)));
        return all;
    }
}
