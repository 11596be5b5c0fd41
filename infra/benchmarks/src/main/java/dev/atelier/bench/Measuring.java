package dev.atelier.bench;

import dev.atelier.backing.Progress;
import dev.atelier.bench.measuring.Report;
import dev.atelier.bench.site.Leftovers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One benchmark as a command, or several after each other. */
@Command(mixinStandardHelpOptions = true)
final class Measuring implements Callable<Integer> {
    private final String name;
    private final List<Benchmark> benchmarks;

    @Option(names = "--rounds", paramLabel = "N", description = "1 to 20; the figures are their medians (default 3).")
    private int rounds = 3;

    @Option(names = "--quick", description = "A small part of everything, one round: to see that it works.")
    private boolean quick;

    Measuring(String name, List<Benchmark> benchmarks) {
        this.name = name;
        this.benchmarks = List.copyOf(benchmarks);
    }

    @Override
    public Integer call() throws Exception {
        long began = System.nanoTime();
        Progress progress = said -> System.err.printf("%6.0f s  %s%n", (System.nanoTime() - began) / 1e9, said);
        Leftovers.delete();
        var extent = new Extent(quick ? 1 : rounds, quick);
        var reports = new ArrayList<Report>();
        for (var benchmark : benchmarks) {
            progress.says("Benchmark " + benchmark.name() + ": " + benchmark.says());
            var report = benchmark.measure(extent, progress);
            reports.add(report);
            IO.println(report.json());
        }
        if (reports.size() > 1) {
            IO.println(together(reports).json());
        }
        return 0;
    }

    private Report together(List<Report> reports) {
        return new Report(
                name,
                byName(reports, Report::figures),
                byName(reports, Report::sizes),
                byName(reports, Report::settings),
                reports.getFirst().machine());
    }

    private static Map<String, Object> byName(List<Report> reports, Function<Report, Object> what) {
        var all = new LinkedHashMap<String, Object>();
        reports.forEach(report -> all.put(report.name(), what.apply(report)));
        return all;
    }
}
