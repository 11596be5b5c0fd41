/** Tests of the package of the same name. */
@NullMarked
package dev.atelier.identity.keycloak;

import org.jspecify.annotations.NullMarked;
