package dev.atelier.fuzz;

import dev.atelier.client.ApiClient;
import dev.atelier.demo.DemoWorkspace;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Values for path variables, by the word before the variable ({@code actions} for {@code /actions/{a}}): existing
 * resources, read from the lists that the manager sees.
 */
public record PathVariableBindings(Map<String, String> values) {
    /** The demo removes the member in the end, so that the manager sees no picture but their own. */
    private static final String AVATAR = "/api/users/{userId}/avatar";

    private static final String PICTURED = "pictured-users";

    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    /** Reads the values after the demo. */
    public static PathVariableBindings of(DemoWorkspace demoWorkspace) {
        var lea = demoWorkspace.manager().person();
        var values = new HashMap<String, String>();
        values.put("workspaces", demoWorkspace.workspace());
        values.put("projects", demoWorkspace.project());
        values.put("agents", demoWorkspace.agent());
        values.put("members", demoWorkspace.member().userId());
        values.put("participants", demoWorkspace.member().userId());
        values.put("users", demoWorkspace.member().userId());
        values.put(PICTURED, uploadAvatar(lea));
        values.put("versions", "1");
        values.put("dead-letters", "workspace.events-0-0");
        values.put("projections", "identity.users");
        values.put("work-queues", "batch-jobs");
        values.put("consents", "NEWSLETTER");
        values.put("legal-documents", "TERMS");
        values.put("sessions", "");
        values.put("address-changes", "");
        values.put("contact-requests", "");
        values.put("recovery-cases", "");
        values.put("deletions", "");
        values.put("items", "");
        values.put("integrations", "");
        values.put("service-accounts", "");
        values.put("keys", "");
        values.put("actions", first(lea, demoWorkspace.path("/projects/" + demoWorkspace.project() + "/actions")));
        values.put(
                "attachments",
                uploadFile(
                        lea,
                        demoWorkspace.path("/projects/%s/actions/".formatted(demoWorkspace.project()))
                                + values.get("actions")));
        values.put("views", first(lea, demoWorkspace.path("/projects/" + demoWorkspace.project() + "/views")));
        for (var list :
                new String[] {"invitations", "runs", "approvals", "reports", "model-connections", "webhook-endpoints"
                }) {
            values.put(list, first(lea, demoWorkspace.path("/" + list)));
        }
        values.put(
                "deliveries",
                first(
                        lea,
                        demoWorkspace.path("/webhook-endpoints/" + values.get("webhook-endpoints") + "/deliveries")));
        return new PathVariableBindings(values);
    }

    public PathVariableBindings {
        values = Map.copyOf(values);
    }

    /** Returns the same values with the workspace of another user; everything below it is unchanged. */
    public PathVariableBindings in(String workspace) {
        var moved = new HashMap<>(values);
        moved.put("workspaces", workspace);
        return new PathVariableBindings(moved);
    }

    /** Returns ids that do not exist. */
    public PathVariableBindings unknown() {
        var unknown = new HashMap<>(values);
        unknown.replaceAll((list, value) ->
                list.equals("versions") ? value : UUID.randomUUID().toString());
        return new PathVariableBindings(unknown);
    }

    /** Returns unknown ids from the second variable on; the workspace exists. */
    public PathVariableBindings unknownBelowTheWorkspace() {
        return unknown().in(values.getOrDefault("workspaces", ""));
    }

    /** Whether all variables of the path have a value. */
    public boolean hasValuesFor(String path) {
        var words = path.split("/", -1);
        for (int i = 1; i < words.length; i++) {
            if (words[i].startsWith("{")
                    && values.getOrDefault(words[i - 1], "").isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Replaces the variables of the path; a variable without a value gets an id that does not exist. */
    public String fill(String path) {
        var words = path.split("/", -1);
        for (int i = 1; i < words.length; i++) {
            if (words[i].startsWith("{")) {
                var value = values.get(path.equals(AVATAR) ? PICTURED : words[i - 1]);
                if (value == null) {
                    throw new IllegalStateException(
                            "declare in PathVariableBindings what " + words[i] + " of " + path + " is");
                }
                words[i] = value.isEmpty() ? UUID.randomUUID().toString() : value;
            }
        }
        return String.join("/", words);
    }

    /** Uploads a file to the action, because the demo creates none. */
    private static String uploadFile(ApiClient apiClient, String action) {
        return apiClient
                .upload(action, "pixel.png", Base64.getDecoder().decode(PIXEL))
                .expect(201)
                .text("id");
    }

    /** Returns the manager's id, after uploading an avatar. */
    private static String uploadAvatar(ApiClient apiClient) {
        var headers = Map.of("Content-Type", "application/octet-stream");
        return apiClient
                .request("POST", "/api/me/avatar", Base64.getDecoder().decode(PIXEL), headers)
                .expect(200)
                .text("userId");
    }

    private static String first(ApiClient apiClient, String list) {
        return apiClient
                .get(list)
                .expect(200)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString("");
    }
}
