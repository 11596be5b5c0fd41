/** How many workspaces a person may make: each can send mails to people who did not ask for them. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.atelier.workspace.founding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
