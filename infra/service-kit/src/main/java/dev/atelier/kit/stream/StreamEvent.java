package dev.atelier.kit.stream;

/**
 * One event as it is written.
 *
 * @param id its position; an event whose position is not greater than that of the last one sent is not sent again
 * @param name the value of {@code event:}
 * @param json the data
 * @param last whether the stream ends with this event
 */
public record StreamEvent(long id, String name, String json, boolean last) {}
