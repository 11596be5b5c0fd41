/** Access tokens for the service accounts of workspaces, which Keycloak itself does not know: identity-service asks for them. */
@NullMarked
package dev.atelier.keycloak.tokens;

import org.jspecify.annotations.NullMarked;
