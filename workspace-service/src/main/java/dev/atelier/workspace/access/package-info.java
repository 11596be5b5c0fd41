/** Answers the kit's access checks from the documents of this service, without waiting for Kafka. */
@ApplicationModule(allowedDependencies = {"membership", "project", "workspace"})
@NullMarked
package dev.atelier.workspace.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
