@NullMarked
package dev.atelier.keycloak.admin;

import org.jspecify.annotations.NullMarked;
