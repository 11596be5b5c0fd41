package dev.atelier.stack;

import dev.atelier.backing.ProgressListener;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * How a stack is to run.
 *
 * @param root the repository, where the services' jars are built
 * @param directory where data, logs and secrets stay
 * @param given addresses of parts that run elsewhere, by part: {@code mongodb}, {@code kafka}, {@code keycloak}, {@code mail}
 * @param inContainers whether the backing parts run in containers
 * @param environment added to what every service gets
 * @param warm whether services keep an archive of their loaded classes at their first orderly end (6 s of CPU and 100 MB each), which
 *     halves the work of later starts
 */
public record StackOptions(
        Path root,
        Path directory,
        StackPorts ports,
        Map<String, String> given,
        boolean inContainers,
        Map<String, String> environment,
        boolean warm,
        ProgressListener progress) {

    public StackOptions {
        given = Map.copyOf(given);
        environment = Map.copyOf(environment);
    }

    /** A stack of its own in the folder, on free ports: for tests. */
    public static StackOptions isolatedIn(Path directory) {
        return new StackOptions(
                Installation.here().root(),
                directory,
                StackPorts.free(),
                Map.of(),
                false,
                Map.of(),
                false,
                ProgressListener.toLog());
    }

    /** With one more variable for every service. */
    public StackOptions with(String variable, String value) {
        var more = new HashMap<>(environment);
        more.put(variable, value);
        return new StackOptions(root, directory, ports, given, inContainers, more, warm, progress);
    }

    /** With two addresses for each service behind the gateway; nobody answers at the second until {@link LocalStack#second}. */
    public StackOptions paired() {
        return new StackOptions(root, directory, ports.paired(), given, inContainers, environment, warm, progress);
    }
}
