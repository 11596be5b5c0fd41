/** Atelier inside Keycloak: registration and recovery that tell nobody who has an account, and the realm's settings. */
@NullMarked
package dev.atelier.keycloak;

import org.jspecify.annotations.NullMarked;
