package dev.atelier.kit.stream;

import java.util.List;

/**
 * The events of a stream.
 *
 * @param <T> one event, before it is written
 */
public interface StreamSource<T> {
    /** The stream is open: from now on the source offers it new events. */
    void onOpened(EventStream<T> stream);

    /** Returns the events after the last one that the client received, in order; called once, after {@link #onOpened}. */
    List<T> missedEvents();

    /** Converts an event to its written form. */
    StreamEvent toStreamEvent(T item);

    /** The stream has ended and accepts no more events. */
    void onClosed(EventStream<T> stream);
}
