package dev.atelier.kit.stream;

import java.util.List;

/**
 * What a stream is made of.
 *
 * @param <T> one event, before it is written
 */
public interface StreamSource<T> {
    /** Offers new events to the stream from now on. */
    void opened(EventStream<T> stream);

    /** What came after the last event that the client saw, in order; asked once, after {@link #opened}. */
    List<T> past();

    /** How an event is written. */
    StreamEvent event(T item);

    /** The stream has ended and takes no more events. */
    void closed(EventStream<T> stream);
}
