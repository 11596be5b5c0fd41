package dev.atelier.events;

import dev.atelier.events.id.TypedIdModule;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of messages: ids as strings, times in RFC 3339, unknown properties ignored. */
public final class MessageJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new TypedIdModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private MessageJson() {}

    public static String write(PublishedMessage message) {
        return MAPPER.writeValueAsString(message);
    }

    /**
     * Reads a message of a known type.
     *
     * @throws tools.jackson.core.JacksonException if the text is not such a message
     */
    public static <T extends PublishedMessage> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }
}
