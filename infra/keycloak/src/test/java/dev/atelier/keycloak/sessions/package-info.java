@NullMarked
package dev.atelier.keycloak.sessions;

import org.jspecify.annotations.NullMarked;
