package dev.atelier.identity.securitylog;

import dev.atelier.identity.IdentityClient;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Reads the security log as an operator. */
public record SecurityLogClient(IdentityClient operator) {
    public static final String LOG = "/api/operator/security-log";

    /** Returns the first page of matching entries, the newest first. */
    public List<JsonNode> find(String query) {
        return items(LOG + "?limit=100&" + query);
    }

    public List<JsonNode> alerts(String query) {
        return items("/api/operator/security-alerts?limit=100&" + query);
    }

    /** Verifies the whole chain, part by part. */
    public JsonNode verification() {
        var step = operator.get(LOG + "/verification").body();
        while (!step.path("nextAfter").isNull()) {
            step = operator.get(LOG + "/verification?after="
                            + step.path("nextAfter").asLong())
                    .body();
        }
        return step;
    }

    public static List<String> texts(List<JsonNode> items, String field) {
        return items.stream().map(item -> item.path(field).asString()).toList();
    }

    private List<JsonNode> items(String path) {
        var items = operator.get(path).body().path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }
}
