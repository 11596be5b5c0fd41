/** Storage of the report files. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.atelier.report.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
