package dev.atelier.backing;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How to get a backing service, and where it stores its data.
 *
 * @param address address of a running one to use; {@code null} to start one
 * @param directory folder for data and logs, created if missing
 * @param port port on 127.0.0.1; 0 for any free one
 * @param inContainer use a container even if a process would do
 * @param fromTemplate start from a copy of a prepared data folder if there is one: for short-lived services
 * @param progress is notified of everything that takes longer than two seconds
 */
public record BackingServiceOptions(
        @Nullable String address,
        Path directory,
        int port,
        boolean inContainer,
        boolean fromTemplate,
        ProgressListener progress) {

    /** Options for a process (or a container if there is no program) on any free port. */
    public static BackingServiceOptions in(Path directory) {
        return new BackingServiceOptions(null, directory, 0, false, true, ProgressListener.toLog());
    }

    public BackingServiceOptions at(@Nullable String givenAddress) {
        return new BackingServiceOptions(
                givenAddress == null || givenAddress.isBlank() ? null : givenAddress,
                directory,
                port,
                inContainer,
                fromTemplate,
                progress);
    }

    public BackingServiceOptions withPort(int wanted) {
        return new BackingServiceOptions(address, directory, wanted, inContainer, fromTemplate, progress);
    }

    public BackingServiceOptions inContainer(boolean wanted) {
        return new BackingServiceOptions(address, directory, port, wanted, fromTemplate, progress);
    }

    public BackingServiceOptions withProgress(ProgressListener listener) {
        return new BackingServiceOptions(address, directory, port, inContainer, fromTemplate, listener);
    }

    public BackingServiceOptions fromTemplate(boolean wanted) {
        return new BackingServiceOptions(address, directory, port, inContainer, wanted, progress);
    }
}
