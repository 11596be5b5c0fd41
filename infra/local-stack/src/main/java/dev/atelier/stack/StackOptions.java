package dev.atelier.stack;

import dev.atelier.backing.ProgressListener;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Options of a stack.
 *
 * @param root the repository, where the services' jars are built
 * @param directory folder for data, logs and secrets
 * @param given addresses of backing services that run elsewhere, by part: {@code mongodb}, {@code kafka},
 *     {@code keycloak}, {@code mail}
 * @param inContainers whether the backing services run in containers
 * @param environment additional variables for every service
 * @param warm whether services write a class data sharing archive when they first shut down (6 s of CPU and 100 MB
 *     each), which halves the work of later starts
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

    /** Options for a separate stack in the folder, on free ports: for tests. */
    public static StackOptions isolatedIn(Path directory) {
        return new StackOptions(
                Installation.locate().root(),
                directory,
                StackPorts.free(),
                Map.of(),
                false,
                Map.of(),
                false,
                ProgressListener.toLog());
    }

    /** Returns these options with one more variable for every service. */
    public StackOptions with(String variable, String value) {
        var more = new HashMap<>(environment);
        more.put(variable, value);
        return new StackOptions(root, directory, ports, given, inContainers, more, warm, progress);
    }

    /**
     * Returns these options with two addresses for each service behind the gateway; the second is unused until {@link
     * LocalStack#second}.
     */
    public StackOptions paired() {
        return new StackOptions(root, directory, ports.paired(), given, inContainers, environment, warm, progress);
    }
}
