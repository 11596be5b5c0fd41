/** Reads the data of reports from the services that own it, with the rights of the person who requested the report. */
@ApplicationModule(allowedDependencies = "rendering")
@NullMarked
package dev.atelier.report.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
