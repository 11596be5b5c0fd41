/** People and their accounts: what Atelier keeps of them beside Keycloak, which holds passwords, names and addresses. */
@NullMarked
package dev.atelier.identity;

import org.jspecify.annotations.NullMarked;
