package dev.atelier.clients;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The OpenAPI document of a service. */
record OpenApiDocument(String service) {
    static final List<OpenApiDocument> ALL = Stream.of(
                    "identity-service",
                    "workspace-service",
                    "agent-run-service",
                    "report-service",
                    "notification-service")
            .map(OpenApiDocument::new)
            .toList();

    /** The checked in document; tests run in the folder of this module. */
    Path file() {
        return Path.of("../..", service, "openapi.json").toAbsolutePath().normalize();
    }
}
