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
 * Gives the running services a new master key. The key file contains the new key before the earlier one until no secret
 * is wrapped by the earlier one any more, so that an interrupted rotation continues with the same new key.
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

    /** Creates the rotation for a running stack. */
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
     * Returns when the new key wraps every secret; signatures of the earlier one stay valid. Continues an interrupted
     * rotation. Throws {@link BackingServiceFailed} if that cannot be reached; both keys stay then.
     */
    public void rewrapWithNewKey() throws InterruptedException {
        requireResponses();
        var keys = file.read();
        if (keys.isRotating()) {
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

    /** Returns when all services run with the new key alone; call it after {@link #rewrapWithNewKey}. */
    public void removeEarlierKeys() throws InterruptedException {
        var keys = file.read().currentAlone();
        file.write(keys);
        progressListener.report("The earlier key is no longer in " + file.path());
        restartAll("the new key alone");
        awaitRewrapped(keys);
    }

    private void requireResponses() {
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
        var reported = "";
        var lastProgress = System.nanoTime();
        while (true) {
            var statuses = statuses();
            requireCurrent(keys, statuses);
            var remaining = remaining(statuses);
            if (remaining.isEmpty()) {
                return;
            }
            if (!remaining.equals(reported)) {
                progressListener.report("Not wrapped by the new key yet: " + remaining);
                reported = remaining;
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

    private Map<String, Optional<ServiceMasterKeyStatus>> statuses() {
        return holders.stream()
                .collect(Collectors.toMap(
                        MasterKeyHolder::name, MasterKeyHolder::status, (first, _) -> first, TreeMap::new));
    }

    /** The count of outdated secrets is only meaningful if the service uses the new key. */
    private static void requireCurrent(MasterKeys keys, Map<String, Optional<ServiceMasterKeyStatus>> statuses) {
        statuses.forEach((service, status) -> status.flatMap(ServiceMasterKeyStatus::currentKeyId)
                .filter(id -> !id.equals(keys.currentKeyId()))
                .ifPresent(id -> {
                    throw new BackingServiceFailed(
                            "%s has started again and seals with the key %s, not with the new one, %s. Restart all: infra/atelier down, infra/atelier up"
                                    .formatted(service, id, keys.currentKeyId()));
                }));
    }

    private static String remaining(Map<String, Optional<ServiceMasterKeyStatus>> statuses) {
        return statuses.entrySet().stream()
                .filter(entry ->
                        entry.getValue().map(status -> status.outdated() > 0).orElse(true))
                .map(entry -> entry.getValue()
                        .map(status -> "%d of %s".formatted(status.outdated(), entry.getKey()))
                        .orElse(entry.getKey() + " does not answer"))
                .collect(Collectors.joining(", "));
    }

    /** Returns the sum of outdated secrets; the maximum if a service does not answer. */
    private static long outdated(Map<String, Optional<ServiceMasterKeyStatus>> statuses) {
        return statuses.values().stream().anyMatch(Optional::isEmpty)
                ? Long.MAX_VALUE
                : statuses.values().stream()
                        .flatMap(Optional::stream)
                        .mapToLong(ServiceMasterKeyStatus::outdated)
                        .sum();
    }
}
