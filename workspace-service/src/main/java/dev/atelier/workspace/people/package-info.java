/** The people of other rooms, as identity-service says they are. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.atelier.workspace.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
