/** Routes of Keycloak for identity-service: the sessions of a person and their end, and access tokens for service accounts. */
@NullMarked
package dev.atelier.keycloak.admin;

import org.jspecify.annotations.NullMarked;
