package dev.atelier.bench.system;

import dev.atelier.backing.ProgressListener;
import dev.atelier.backing.process.LocalFileCache;
import dev.atelier.bench.measurement.ResourceMeter;
import dev.atelier.client.ApiClientFactory;
import dev.atelier.client.ConditionPoller;
import dev.atelier.client.TestUser;
import dev.atelier.load.TestDataFactory;
import dev.atelier.stack.Installation;
import dev.atelier.stack.LocalStack;
import dev.atelier.stack.StackOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A complete system for one benchmark; closing it stops everything and deletes its folder. */
public final class BenchmarkSystem implements AutoCloseable {
    private final Path folder;
    private final LocalStack stack;

    private BenchmarkSystem(Path folder, LocalStack stack) {
        this.folder = folder;
        this.stack = stack;
    }

    /** Starts all parts on free ports; every service also gets {@code environment}. */
    public static BenchmarkSystem start(
            String benchmark, Map<String, String> environment, ProgressListener progressListener) {
        var folder = folder(benchmark);
        var options = StackOptions.isolatedIn(folder);
        for (var variable : environment.entrySet()) {
            options = options.with(variable.getKey(), variable.getValue());
        }
        progressListener.report("starting a separate system");
        try {
            var stack = LocalStack.start(options);
            progressListener.report("all is ready");
            return new BenchmarkSystem(folder, stack);
        } catch (RuntimeException e) {
            LocalFileCache.delete(folder);
            throw e;
        }
    }

    /** Returns a folder for the benchmark that does not exist yet. */
    public static Path folder(String benchmark) {
        return Installation.locate()
                .directory()
                .resolve("bench")
                .resolve(benchmark + "-" + ProcessHandle.current().pid());
    }

    public LocalStack stack() {
        return stack;
    }

    /** Returns a factory for users and workspaces; the tag makes their addresses unique. */
    public TestDataFactory testData(String tag) {
        return new TestDataFactory(
                new ApiClientFactory(stack.issuerUri(), stack.mails(), stack.gateway()), stack.mails(), tag);
    }

    /** Waits until a service knows a workspace, by polling one of its routes. */
    public void awaitKnown(TestUser somebody, String route) throws InterruptedException {
        ConditionPoller.until(
                route,
                Duration.ofSeconds(30),
                () -> Optional.of(somebody.person().get(route).status()).filter(status -> status == 200));
    }

    /** Returns a meter of all parts and the database. */
    public ResourceMeter meter() {
        return new ResourceMeter(stack::pids, stack.mongo().uri());
    }

    @Override
    public void close() {
        stack.close();
        LocalFileCache.delete(folder);
    }
}
