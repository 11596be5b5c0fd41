package dev.atelier.kit.stream;

/**
 * One event as it is written.
 *
 * @param id its position: an event with the position of an earlier one, or a lower one, is not sent again
 * @param name the client's {@code event:}
 * @param json its data
 * @param last whether the stream ends with it
 */
public record StreamEvent(long id, String name, String json, boolean last) {}
