/** Answers the kit's questions about rights from this service's own documents, without waiting for Kafka. */
@ApplicationModule(allowedDependencies = {"membership", "project", "workspace"})
@NullMarked
package dev.atelier.workspace.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
