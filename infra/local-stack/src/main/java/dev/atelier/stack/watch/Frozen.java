package dev.atelier.stack.watch;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.process.Command;
import java.nio.file.Path;
import java.util.List;

/**
 * A process that stands still: its connections stay open, and nothing answers. One that died just before, or dies
 * meanwhile, is left to whoever starts it again.
 */
public final class Frozen implements AutoCloseable {
    private final long pid;

    private Frozen(long pid) {
        this.pid = pid;
    }

    /** Stands still from now on. */
    public static Frozen at(long pid) {
        signal("STOP", pid);
        return new Frozen(pid);
    }

    /** Lets it go on, as if no time had passed. */
    @Override
    public void close() {
        signal("CONT", pid);
    }

    private static void signal(String name, long pid) {
        try {
            Command.run("kill -" + name + " " + pid, List.of("kill", "-" + name, String.valueOf(pid)), Path.of("."));
        } catch (BackingServiceFailed failed) {
            if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()) {
                throw failed;
            }
        }
    }
}
