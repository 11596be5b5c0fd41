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

/** A whole Atelier for one benchmark; closing it stops everything and deletes its folder. */
public final class BenchmarkSystem implements AutoCloseable {
    private final Path folder;
    private final LocalStack stack;

    private BenchmarkSystem(Path folder, LocalStack stack) {
        this.folder = folder;
        this.stack = stack;
    }

    /** Starts all parts on free ports; {@code environment} is added to what every service gets. */
    public static BenchmarkSystem start(
            String benchmark, Map<String, String> environment, ProgressListener progressListener) {
        var folder = folder(benchmark);
        var options = StackOptions.isolatedIn(folder);
        for (var variable : environment.entrySet()) {
            options = options.with(variable.getKey(), variable.getValue());
        }
        progressListener.says("starting a system of its own");
        try {
            var stack = LocalStack.start(options);
            progressListener.says("all is ready");
            return new BenchmarkSystem(folder, stack);
        } catch (RuntimeException e) {
            LocalFileCache.delete(folder);
            throw e;
        }
    }

    /** A folder of the benchmark's own, not there yet. */
    public static Path folder(String benchmark) {
        return Installation.here()
                .directory()
                .resolve("bench")
                .resolve(benchmark + "-" + ProcessHandle.current().pid());
    }

    public LocalStack stack() {
        return stack;
    }

    /** Brings people together; the tag keeps them apart from those of other musters. */
    public TestDataFactory muster(String tag) {
        return new TestDataFactory(
                new ApiClientFactory(stack.issuerUri(), stack.mails(), stack.gateway()), stack.mails(), tag);
    }

    /** Waits until a service has heard of a workspace, by asking one of its routes there. */
    public void awaitKnown(TestUser somebody, String route) throws InterruptedException {
        ConditionPoller.until(
                route,
                Duration.ofSeconds(30),
                () -> Optional.of(somebody.person().get(route).status()).filter(status -> status == 200));
    }

    /** Of all its parts and their database. */
    public ResourceMeter meter() {
        return new ResourceMeter(stack::pids, stack.mongo().uri());
    }

    @Override
    public void close() {
        stack.close();
        LocalFileCache.delete(folder);
    }
}
