package dev.atelier.backing.process;

import java.nio.file.Path;
import java.util.List;

/** A JVM with one child process, to be killed: prints the child's process id and waits. */
final class ParentProcessMain {
    private ParentProcessMain() {}

    public static void main(String[] args) throws InterruptedException {
        var child = ChildProcess.start(new LaunchSpec("child", List.of("sleep", "300"), Path.of(args[0])));
        IO.println(child.pid());
        Thread.sleep(300_000);
    }
}
