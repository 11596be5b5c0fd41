/** What goes on by itself so that Keycloak and we agree: hearing its events, scanning it, telling it about shut accounts and ended sessions. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "account",
            "deactivation",
            "keycloak",
            "lastsignin",
            "legal :: publication",
            "recovery",
            "serviceaccount",
            "session"
        })
package dev.atelier.identity.sync;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
