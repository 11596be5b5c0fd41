package dev.atelier.agentrun.run.web;

import dev.atelier.agentrun.run.journal.JournalEvent;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Documents the stream's route in the OpenAPI document: its events and how a client reconnects. */
@Component
class RunStreamCustomizer implements OperationCustomizer {
    @Override
    public Operation customize(Operation operation, HandlerMethod route) {
        if (route.getBeanType().equals(RunEventStreamController.class)) {
            operation.setDescription("The run's journal as server-sent events, from the event after Last-Event-ID to"
                    + " the end of the run. Each event has `id:` (its number in the journal), `event:`"
                    + " and `data:` (JSON: seq, type, at, data). Comments are sent as heartbeats. A"
                    + " stream ends when the token it was opened with expires (after at most five"
                    + " minutes), when the session ends, and when the right to read ends: reconnect"
                    + " with a new token and Last-Event-ID after the time in `retry:`. One person may"
                    + " have 20 open streams and open 60 a minute, one service account 50 (settings of"
                    + " the gateway; 429 too-many-streams, too-many-requests). Events: "
                    + names() + ".");
            operation
                    .getResponses()
                    .addApiResponse(
                            "200",
                            new ApiResponse()
                                    .description("The events of the run")
                                    .content(new Content()
                                            .addMediaType(
                                                    "text/event-stream", new MediaType().schema(new StringSchema()))));
        }
        return operation;
    }

    private static String names() {
        return Arrays.stream(JournalEvent.class.getPermittedSubclasses())
                .map(JournalSseEvent::type)
                .sorted()
                .collect(Collectors.joining("`, `", "`", "`"));
    }
}
