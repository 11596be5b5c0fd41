/** People by id, from the states that identity-service publishes. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.atelier.workspace.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
