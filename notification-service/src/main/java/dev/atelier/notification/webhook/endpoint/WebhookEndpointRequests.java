package dev.atelier.notification.webhook.endpoint;

import dev.atelier.kit.web.PartialUpdate;
import dev.atelier.kit.web.validation.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Request bodies for endpoints; lengths in characters. */
final class WebhookEndpointRequests {
    static final int URL = 2_000;
    static final int DESCRIPTION = 500;
    static final int FILTERS = 50;
    static final int FILTER = 100;

    private WebhookEndpointRequests() {}

    /** Creates an endpoint. */
    record CreateWebhookEndpointRequest(
            @NotBlank @Size(max = URL) String url,
            @Nullable @Size(max = DESCRIPTION) @PlainText String description,
            @NotNull @Size(min = 1, max = FILTERS) List<@NotBlank @Size(max = FILTER) String> events) {}

    /** Changes an endpoint; missing fields stay unchanged. */
    @PartialUpdate
    record UpdateWebhookEndpointRequest(
            @Nullable @Size(min = 1, max = URL) String url,
            @Nullable @Size(max = DESCRIPTION) @PlainText String description,
            @Nullable @Size(min = 1, max = FILTERS) List<@NotBlank @Size(max = FILTER) String> events) {}
}
