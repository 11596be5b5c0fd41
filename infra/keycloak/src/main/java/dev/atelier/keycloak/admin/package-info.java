/** Keycloak resources for identity-service: the sessions of a user, and access tokens for service accounts. */
@NullMarked
package dev.atelier.keycloak.admin;

import org.jspecify.annotations.NullMarked;
