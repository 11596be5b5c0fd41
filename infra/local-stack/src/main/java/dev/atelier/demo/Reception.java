package dev.atelier.demo;

/** Where people come in: Keycloak's own pages. */
public interface Reception {
    /** Registers somebody, follows the link of the verification mail and signs them in. */
    Person register(String firstName, String lastName, String email);
}
