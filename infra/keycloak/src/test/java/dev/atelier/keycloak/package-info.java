@NullMarked
package dev.atelier.keycloak;

import org.jspecify.annotations.NullMarked;
