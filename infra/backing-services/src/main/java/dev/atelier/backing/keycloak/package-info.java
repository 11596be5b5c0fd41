/** Keycloak with Atelier's realm. */
@NullMarked
package dev.atelier.backing.keycloak;

import org.jspecify.annotations.NullMarked;
