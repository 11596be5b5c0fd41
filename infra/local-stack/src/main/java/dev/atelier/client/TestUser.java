package dev.atelier.client;

/** A person of the story with their address and id. */
public record TestUser(ApiClient person, String email, String userId) {
    public String name() {
        return person.name();
    }
}
