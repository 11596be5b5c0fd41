package dev.atelier.client;

/** A registered user with client, e-mail address and id. */
public record TestUser(ApiClient person, String email, String userId) {
    public String name() {
        return person.name();
    }
}
