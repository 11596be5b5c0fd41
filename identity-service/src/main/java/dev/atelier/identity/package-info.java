/** Accounts of people: what Atelier keeps in addition to Keycloak, which holds passwords, names and addresses. */
@NullMarked
package dev.atelier.identity;

import org.jspecify.annotations.NullMarked;
