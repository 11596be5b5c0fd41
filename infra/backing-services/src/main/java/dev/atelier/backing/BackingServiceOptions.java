package dev.atelier.backing;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a part comes from and keeps its things.
 *
 * @param address use what runs there and start nothing; {@code null} to start one
 * @param directory the part's own folder for data and logs, made when missing
 * @param port the port on 127.0.0.1 to listen on; 0 for any free one
 * @param inContainer ask for a container although a process would do
 * @param fromTemplate begin from a copy of what a first start makes where that is worth keeping: for places that come and go
 * @param progress hears about everything that takes longer than two seconds
 */
public record BackingServiceOptions(
        @Nullable String address,
        Path directory,
        int port,
        boolean inContainer,
        boolean fromTemplate,
        ProgressListener progress) {

    /** A process (or, where there is no program for it, a container) on any free port. */
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

    public BackingServiceOptions onPort(int wanted) {
        return new BackingServiceOptions(address, directory, wanted, inContainer, fromTemplate, progress);
    }

    public BackingServiceOptions inContainer(boolean wanted) {
        return new BackingServiceOptions(address, directory, port, wanted, fromTemplate, progress);
    }

    public BackingServiceOptions telling(ProgressListener listener) {
        return new BackingServiceOptions(address, directory, port, inContainer, fromTemplate, listener);
    }

    public BackingServiceOptions fromTemplate(boolean wanted) {
        return new BackingServiceOptions(address, directory, port, inContainer, wanted, progress);
    }
}
