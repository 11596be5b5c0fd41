package dev.atelier.backing.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The specification of a child process.
 *
 * @param name name for messages
 * @param command program and arguments
 * @param environment added to this JVM's environment
 * @param log receives both output streams; rotated at 20 MB, with one older file
 */
public record LaunchSpec(String name, List<String> command, Map<String, String> environment, Path log) {

    public LaunchSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    public LaunchSpec(String name, List<String> command, Path log) {
        this(name, command, Map.of(), log);
    }
}
