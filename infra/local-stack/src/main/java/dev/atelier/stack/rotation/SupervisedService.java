package dev.atelier.stack.rotation;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.process.HttpProbe;
import dev.atelier.client.ApiClient;
import dev.atelier.client.ApiClientResponse;
import dev.atelier.stack.RunningStackState;
import java.time.Duration;
import java.util.Optional;

/**
 * A service of the running stack. To restart it, its process is stopped; the supervisor starts a new one with the current
 * secrets.
 */
record SupervisedService(String name, RunningStackState running, ApiClient operator) implements MasterKeyHolder {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(45);
    private static final Duration RESTART_LIMIT = Duration.ofMinutes(10);

    @Override
    public void restart() throws InterruptedException {
        long before = pid();
        var process = ProcessHandle.of(before).filter(this::isSupervised);
        process.ifPresent(ProcessHandle::destroy);
        var began = System.nanoTime();
        while (pid() == before || !isReady()) {
            var waited = Duration.ofNanos(System.nanoTime() - began);
            if (!supervisorLives()) {
                throw new BackingServiceFailed("Atelier was stopped while %s restarted".formatted(name));
            }
            if (waited.compareTo(STOP_LIMIT) > 0) {
                process.ifPresent(ProcessHandle::destroyForcibly);
            }
            if (waited.compareTo(RESTART_LIMIT) > 0) {
                throw new BackingServiceFailed("%s did not come back within %d min; its log: infra/atelier logs %s"
                        .formatted(name, RESTART_LIMIT.toMinutes(), name));
            }
            Thread.sleep(PAUSE);
        }
    }

    @Override
    public Optional<ServiceMasterKeyStatus> status() {
        ApiClientResponse apiClientResponse;
        try {
            apiClientResponse = operator.get("/api/operator/" + name + "/master-key");
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
        return switch (apiClientResponse.status()) {
            case 429, 502, 503, 504 -> Optional.empty();
            default -> Optional.of(read(apiClientResponse.expect(200)));
        };
    }

    private static ServiceMasterKeyStatus read(ApiClientResponse apiClientResponse) {
        return new ServiceMasterKeyStatus(
                apiClientResponse.json().path("currentKeyId").asStringOpt(),
                Long.parseLong(apiClientResponse.text("outdated")));
    }

    private long pid() {
        return number(name + ".pid");
    }

    private boolean isReady() {
        return HttpProbe.isOk(running.lastState().getOrDefault(name + ".address", "") + "/actuator/health/readiness");
    }

    /** Whether the process is the supervisor's child: the recorded id may belong to another process by now. */
    private boolean isSupervised(ProcessHandle process) {
        return process.parent().map(ProcessHandle::pid).equals(Optional.of(number("supervisor.pid")));
    }

    private boolean supervisorLives() {
        return ProcessHandle.of(number("supervisor.pid"))
                .map(ProcessHandle::isAlive)
                .orElse(false);
    }

    private long number(String key) {
        return Long.parseLong(running.lastState().getOrDefault(key, "0"));
    }
}
