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
 * @param progress hears about everything that takes longer than two seconds
 */
public record Place(@Nullable String address, Path directory, int port, boolean inContainer, Progress progress) {

    /** A process (or, where there is no program for it, a container) on any free port. */
    public static Place in(Path directory) {
        return new Place(null, directory, 0, false, Progress.toLog());
    }

    public Place at(@Nullable String givenAddress) {
        return new Place(
                givenAddress == null || givenAddress.isBlank() ? null : givenAddress,
                directory,
                port,
                inContainer,
                progress);
    }

    public Place onPort(int wanted) {
        return new Place(address, directory, wanted, inContainer, progress);
    }

    public Place inContainer(boolean wanted) {
        return new Place(address, directory, port, wanted, progress);
    }

    public Place telling(Progress listener) {
        return new Place(address, directory, port, inContainer, listener);
    }
}
