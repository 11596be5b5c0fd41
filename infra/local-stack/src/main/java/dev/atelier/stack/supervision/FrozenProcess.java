package dev.atelier.stack.supervision;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.process.CommandRunner;
import java.nio.file.Path;
import java.util.List;

/**
 * A process that stands still: its connections stay open, and nothing answers. One that died just before, or dies
 * meanwhile, is left to whoever starts it again.
 */
public final class FrozenProcess implements AutoCloseable {
    private final long pid;

    private FrozenProcess(long pid) {
        this.pid = pid;
    }

    /** Stands still from now on. */
    public static FrozenProcess at(long pid) {
        signal("STOP", pid);
        return new FrozenProcess(pid);
    }

    /** Lets it go on, as if no time had passed. */
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
