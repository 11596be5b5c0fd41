/** Other systems that a workspace is connected with: accounts, repositories, secrets. */
@ApplicationModule(allowedDependencies = "event")
@NullMarked
package dev.atelier.workspace.integration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
