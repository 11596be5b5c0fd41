package dev.atelier.demo;

/** A person of the story with their address and id. */
public record Registered(Person person, String email, String userId) {
    String name() {
        return person.name();
    }
}
