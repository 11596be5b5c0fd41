/**
 * The security log: sign-ins, failures, changed rights and credentials, acts of operators; a hash chain reveals
 * changes.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "keycloak", "sync"})
package dev.atelier.identity.securitylog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
