package dev.atelier.stack.rotation;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.ProgressListener;
import dev.atelier.client.ApiClient;
import dev.atelier.stack.MasterKeyFile;
import dev.atelier.stack.MasterKeys;
import dev.atelier.stack.RunningStackState;
import dev.atelier.stack.ServiceDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Gives the running services a new master key. The file of the keys says how far a change is: it holds the new key before the earlier
 * one until no secret is wrapped by the earlier one any more, so whoever was interrupted goes on with the same new key.
 */
public final class MasterKeyRotation {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LIMIT_WITHOUT_PROGRESS = Duration.ofMinutes(3);

    private final MasterKeyFile file;
    private final List<? extends MasterKeyHolder> holders;
    private final ProgressListener progressListener;
    private final Duration pause;
    private final Duration limit;

    MasterKeyRotation(
            MasterKeyFile file,
            List<? extends MasterKeyHolder> holders,
            ProgressListener progressListener,
            Duration pause,
            Duration limitWithoutProgress) {
        this.file = file;
        this.holders = List.copyOf(holders);
        this.progressListener = progressListener;
        this.pause = pause;
        this.limit = limitWithoutProgress;
    }

    /** Of the stack that runs in a folder. */
    public static MasterKeyRotation of(
            RunningStackState runningStackState, ApiClient operator, ProgressListener progressListener) {
        var holders = ServiceDefinition.ALL.stream()
                .filter(serviceDefinition -> !serviceDefinition.isGateway())
                .map(serviceDefinition -> new SupervisedService(serviceDefinition.name(), runningStackState, operator))
                .toList();
        return new MasterKeyRotation(
                new MasterKeyFile(runningStackState.directory()),
                holders,
                progressListener,
                PAUSE,
                LIMIT_WITHOUT_PROGRESS);
    }

    /**
     * Returns once the new key wraps every secret; the earlier one still opens what it signed. Goes on with a change that was interrupted.
     * Throws {@link BackingServiceFailed} where that cannot be reached; both keys stay then.
     */
    public void rewrapWithNewKey() throws InterruptedException {
        requireAnswers();
        var keys = file.read();
        if (keys.rotating()) {
            progressListener.report("Going on with the change of the master key that has begun before");
        } else {
            keys = keys.withNewKey();
            file.write(keys);
            progressListener.report("A new master key stands before the earlier one in " + file.path());
        }
        restartAll("the new key and the earlier one");
        awaitRewrapped(keys);
        progressListener.report("The new key wraps every secret");
    }

    /** Returns once all run with the new key alone; only after {@link #rewrapWithNewKey}. */
    public void removeEarlierKeys() throws InterruptedException {
        var keys = file.read().currentAlone();
        file.write(keys);
        progressListener.report("The earlier key is no longer in " + file.path());
        restartAll("the new key alone");
        awaitRewrapped(keys);
    }

    private void requireAnswers() {
        for (var holder : holders) {
            if (holder.status().isEmpty()) {
                throw new BackingServiceFailed(
                        "%s does not answer; nothing was changed. See: infra/atelier status".formatted(holder.name()));
            }
        }
    }

    private void restartAll(String keys) throws InterruptedException {
        for (var holder : holders) {
            progressListener.report(holder.name() + " is starting");
            var began = System.nanoTime();
            holder.restart();
            progressListener.report(
                    "%s is ready with %s (%.1f s)".formatted(holder.name(), keys, (System.nanoTime() - began) / 1e9));
        }
    }

    private void awaitRewrapped(MasterKeys keys) throws InterruptedException {
        long fewest = Long.MAX_VALUE;
        var told = "";
        var lastProgress = System.nanoTime();
        while (true) {
            var statuses = statuses();
            requireCurrent(keys, statuses);
            var remaining = remaining(statuses);
            if (remaining.isEmpty()) {
                return;
            }
            if (!remaining.equals(told)) {
                progressListener.report("Not wrapped by the new key yet: " + remaining);
                told = remaining;
            }
            long outdated = outdated(statuses);
            if (outdated < fewest) {
                fewest = outdated;
                lastProgress = System.nanoTime();
            }
            if (System.nanoTime() - lastProgress > limit.toNanos()) {
                throw new BackingServiceFailed(
                        "for %d s nothing more was wrapped by the new key. Still missing: %s. Why: infra/atelier logs SERVICE"
                                .formatted(limit.toSeconds(), remaining));
            }
            Thread.sleep(pause);
        }
    }

    private Map<String, Optional<MasterKeyStatus>> statuses() {
        return holders.stream()
                .collect(Collectors.toMap(
                        MasterKeyHolder::name, MasterKeyHolder::status, (first, _) -> first, TreeMap::new));
    }

    /** A count of outdated secrets says something only where the service knows the key that they are to be wrapped by. */
    private static void requireCurrent(MasterKeys keys, Map<String, Optional<MasterKeyStatus>> statuses) {
        statuses.forEach((service, status) -> status.flatMap(MasterKeyStatus::currentKeyId)
                .filter(id -> !id.equals(keys.currentKeyId()))
                .ifPresent(id -> {
                    throw new BackingServiceFailed(
                            "%s has started again and seals with the key %s, not with the new one, %s. Restart all: infra/atelier down, infra/atelier up"
                                    .formatted(service, id, keys.currentKeyId()));
                }));
    }

    private static String remaining(Map<String, Optional<MasterKeyStatus>> statuses) {
        return statuses.entrySet().stream()
                .filter(entry ->
                        entry.getValue().map(status -> status.outdated() > 0).orElse(true))
                .map(entry -> entry.getValue()
                        .map(status -> "%d of %s".formatted(status.outdated(), entry.getKey()))
                        .orElse(entry.getKey() + " does not answer"))
                .collect(Collectors.joining(", "));
    }

    /** As many as can be where a service does not answer. */
    private static long outdated(Map<String, Optional<MasterKeyStatus>> statuses) {
        return statuses.values().stream().anyMatch(Optional::isEmpty)
                ? Long.MAX_VALUE
                : statuses.values().stream()
                        .flatMap(Optional::stream)
                        .mapToLong(MasterKeyStatus::outdated)
                        .sum();
    }
}
