package dev.atelier.bench.site;

import dev.atelier.backing.Progress;
import dev.atelier.backing.process.Cache;
import dev.atelier.bench.measuring.Meter;
import dev.atelier.client.Patience;
import dev.atelier.client.Reception;
import dev.atelier.client.Registered;
import dev.atelier.load.Muster;
import dev.atelier.stack.Installation;
import dev.atelier.stack.LocalStack;
import dev.atelier.stack.StackOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A whole Atelier for one benchmark; closing it stops everything and deletes its folder. */
public final class Site implements AutoCloseable {
    private final Path folder;
    private final LocalStack stack;

    private Site(Path folder, LocalStack stack) {
        this.folder = folder;
        this.stack = stack;
    }

    /** Starts all parts on free ports; {@code environment} is added to what every service gets. */
    public static Site start(String benchmark, Map<String, String> environment, Progress progress) {
        var folder = folder(benchmark);
        var options = StackOptions.isolatedIn(folder);
        for (var variable : environment.entrySet()) {
            options = options.with(variable.getKey(), variable.getValue());
        }
        progress.says("starting a system of its own");
        try {
            var stack = LocalStack.start(options);
            progress.says("all is ready");
            return new Site(folder, stack);
        } catch (RuntimeException e) {
            Cache.delete(folder);
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
    public Muster muster(String tag) {
        return new Muster(new Reception(stack.issuerUri(), stack.mails(), stack.gateway()), stack.mails(), tag);
    }

    /** Waits until a service has heard of a workspace, by asking one of its routes there. */
    public void awaitKnown(Registered somebody, String route) throws InterruptedException {
        Patience.until(
                route,
                Duration.ofSeconds(30),
                () -> Optional.of(somebody.person().get(route).status()).filter(status -> status == 200));
    }

    /** Of all its parts and their database. */
    public Meter meter() {
        return new Meter(stack::pids, stack.mongo().uri());
    }

    @Override
    public void close() {
        stack.close();
        Cache.delete(folder);
    }
}
