/** A person's sessions for identity-service: with their device, from where on the network, and until when; and their end. */
@NullMarked
package dev.atelier.keycloak.sessions;

import org.jspecify.annotations.NullMarked;
