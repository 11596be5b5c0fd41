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

/** Says of the stream's route which events there are, and how a client goes on when it ends. */
@Component
class RunStreamCustomizer implements OperationCustomizer {
    @Override
    public Operation customize(Operation operation, HandlerMethod route) {
        if (route.getBeanType().equals(RunEventStreamController.class)) {
            operation.setDescription(
                    "The run's journal as server-sent events, from after Last-Event-ID to the run's end. Each has `id:`"
                            + " (its place in the journal), `event:` and `data:` (JSON: seq, type, at, data). Comments show that a quiet stream"
                            + " lives. A stream ends with the token it was opened with (five minutes at most), with the session, and when the"
                            + " right to read ends: connect again with a new token and Last-Event-ID, after the time that `retry:` says. One person may have 20"
                            + " streams open at a time and open 60 a minute, one service account 50 (settings of the gateway; 429 too-many-streams, too-many-requests)."
                            + " Events: "
                            + names() + ".");
            operation
                    .getResponses()
                    .addApiResponse(
                            "200",
                            new ApiResponse()
                                    .description("The events, as they come.")
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
