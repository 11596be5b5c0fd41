/**
 * Background tasks that keep Keycloak and this service in step: polling events, scanning users, updating users and
 * sessions.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "account",
            "deactivation",
            "keycloak",
            "legal :: publication",
            "recovery",
            "serviceaccount",
            "session"
        })
package dev.atelier.identity.sync;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
