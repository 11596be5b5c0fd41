package dev.atelier.client;

/** A person of the story with their address and id. */
public record Registered(Person person, String email, String userId) {
    public String name() {
        return person.name();
    }
}
