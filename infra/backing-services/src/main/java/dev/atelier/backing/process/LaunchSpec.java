package dev.atelier.backing.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to start.
 *
 * @param name what people call it, for messages
 * @param command program and arguments
 * @param environment added to this JVM's environment
 * @param log takes both output streams; kept at 20 MB and one older file
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
