package dev.atelier.bench.gateway;

import dev.atelier.bench.site.Connection;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One way of asking.
 *
 * @param name in figures
 * @param status what it must be answered
 */
record Course(
        String name, URI address, String path, @Nullable String token, int status) {

    Asker open() throws IOException {
        return new Asker(this);
    }

    /** A connection on the course. */
    static final class Asker implements AutoCloseable {
        private final Course course;
        private final Connection connection;
        private final byte[] request;

        private Asker(Course course) throws IOException {
            this.course = course;
            this.connection = new Connection(course.address);
            this.request = connection.get(course.path, course.token);
        }

        /** Asks once; how long the whole answer took, in nanoseconds. */
        long ask() throws IOException {
            connection.ready();
            long began = System.nanoTime();
            int status = connection.ask(request);
            long took = System.nanoTime() - began;
            if (status != course.status) {
                throw new IllegalStateException(
                        "%s was answered %d, not %d".formatted(course.name, status, course.status));
            }
            return took;
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }
}
