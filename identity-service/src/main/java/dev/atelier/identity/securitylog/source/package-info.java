/** Sources of the security log: Keycloak's events and Atelier's own. */
@NullMarked
package dev.atelier.identity.securitylog.source;

import org.jspecify.annotations.NullMarked;
