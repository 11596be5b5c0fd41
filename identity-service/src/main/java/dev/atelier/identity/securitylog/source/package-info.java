/** Where the security log hears from: what Keycloak noted, and Atelier's own facts. */
@NullMarked
package dev.atelier.identity.securitylog.source;

import org.jspecify.annotations.NullMarked;
