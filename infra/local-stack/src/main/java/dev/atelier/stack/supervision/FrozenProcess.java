package dev.atelier.stack.supervision;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.process.CommandRunner;
import java.nio.file.Path;
import java.util.List;

/**
 * A suspended process: its connections stay open, but it does not respond. If the process dies, before or meanwhile,
 * the
 * supervisor restarts it as usual.
 */
public final class FrozenProcess implements AutoCloseable {
    private final long pid;

    private FrozenProcess(long pid) {
        this.pid = pid;
    }

    /** Suspends the process. */
    public static FrozenProcess at(long pid) {
        signal("STOP", pid);
        return new FrozenProcess(pid);
    }

    /** Resumes the process. */
    @Override
    public void close() {
        signal("CONT", pid);
    }

    private static void signal(String name, long pid) {
        try {
            CommandRunner.run(
                    "kill -" + name + " " + pid, List.of("kill", "-" + name, String.valueOf(pid)), Path.of("."));
        } catch (BackingServiceFailed failed) {
            if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()) {
                throw failed;
            }
        }
    }
}
