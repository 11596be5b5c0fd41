/** Reports as people ask for them, wait for them and read them. */
@ApplicationModule(allowedDependencies = {"file", "rendering", "source"})
@NullMarked
package dev.atelier.report.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
