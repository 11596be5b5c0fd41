/** Reports: request, generation, access and deletion. */
@ApplicationModule(allowedDependencies = {"file", "rendering", "source"})
@NullMarked
package dev.atelier.report.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
