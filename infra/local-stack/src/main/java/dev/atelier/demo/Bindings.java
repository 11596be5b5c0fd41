package dev.atelier.demo;

import dev.atelier.client.Person;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Values for the variables of paths, by the word before the variable ({@code actions} for {@code /actions/{a}}): things
 * that are really there, read from the lists that their manager sees.
 */
public record Bindings(Map<String, String> values) {
    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    /** What the story left. */
    public static Bindings of(Workshop workshop) {
        var lea = workshop.manager().person();
        var values = new HashMap<String, String>();
        values.put("workspaces", workshop.workspace());
        values.put("projects", workshop.project());
        values.put("agents", workshop.agent());
        values.put("members", workshop.member().userId());
        values.put("participants", workshop.member().userId());
        values.put("users", workshop.member().userId());
        values.put("versions", "1");
        values.put("dead-letters", "workspace.events-0-0");
        values.put("projections", "identity.users");
        values.put("consents", "NEWSLETTER");
        values.put("legal-documents", "TERMS");
        values.put("sessions", "");
        values.put("address-changes", "");
        values.put("contact-requests", "");
        values.put("recovery-cases", "");
        values.put("deletions", "");
        values.put("integrations", "");
        values.put("service-accounts", "");
        values.put("keys", "");
        values.put("actions", first(lea, workshop.path("/projects/" + workshop.project() + "/actions")));
        values.put(
                "files",
                file(
                        lea,
                        workshop.path("/projects/%s/actions/".formatted(workshop.project())) + values.get("actions")));
        values.put("people", shown(lea));
        values.put("views", first(lea, workshop.path("/projects/" + workshop.project() + "/views")));
        for (var list :
                new String[] {"invitations", "runs", "approvals", "reports", "model-connections", "webhook-endpoints"
                }) {
            values.put(list, first(lea, workshop.path("/" + list)));
        }
        values.put(
                "deliveries",
                first(lea, workshop.path("/webhook-endpoints/" + values.get("webhook-endpoints") + "/deliveries")));
        return new Bindings(values);
    }

    public Bindings {
        values = Map.copyOf(values);
    }

    /** The same in the workspace of somebody else; everything below it is still ours. */
    public Bindings in(String workspace) {
        var moved = new HashMap<>(values);
        moved.put("workspaces", workspace);
        return new Bindings(moved);
    }

    /** Ids that nobody ever gave out. */
    public Bindings unknown() {
        var unknown = new HashMap<>(values);
        unknown.replaceAll((list, value) ->
                list.equals("versions") ? value : UUID.randomUUID().toString());
        return new Bindings(unknown);
    }

    /** Unknown from the second variable on: the workspace is there. */
    public Bindings unknownBelowTheWorkspace() {
        return unknown().in(values.getOrDefault("workspaces", ""));
    }

    /** Whether all that the path names is there to be read. */
    public boolean hold(String path) {
        var words = path.split("/", -1);
        for (int i = 1; i < words.length; i++) {
            if (words[i].startsWith("{")
                    && values.getOrDefault(words[i - 1], "").isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The path with its variables replaced; where nothing is known, by an id that nobody gave out. */
    public String fill(String path) {
        var words = path.split("/", -1);
        for (int i = 1; i < words.length; i++) {
            if (words[i].startsWith("{")) {
                var value = values.get(words[i - 1]);
                if (value == null) {
                    throw new IllegalStateException("say in Bindings what " + words[i] + " of " + path + " is");
                }
                words[i] = value.isEmpty() ? UUID.randomUUID().toString() : value;
            }
        }
        return String.join("/", words);
    }

    /** The story leaves none. */
    private static String file(Person person, String action) {
        return person.upload(action, "pixel.png", Base64.getDecoder().decode(PIXEL))
                .expect(201)
                .text("id");
    }

    /** The manager's own id, with a picture to be seen. */
    private static String shown(Person person) {
        var headers = Map.of("Content-Type", "application/octet-stream");
        return person.ask("POST", "/api/me/avatar", Base64.getDecoder().decode(PIXEL), headers)
                .expect(200)
                .text("userId");
    }

    private static String first(Person person, String list) {
        return person.get(list)
                .expect(200)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString("");
    }
}
