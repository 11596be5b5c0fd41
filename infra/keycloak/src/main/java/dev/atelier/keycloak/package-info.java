/**
 * Atelier's extensions of Keycloak: registration and recovery that do not reveal who has an account, and the realm's
 * settings.
 */
@NullMarked
package dev.atelier.keycloak;

import org.jspecify.annotations.NullMarked;
