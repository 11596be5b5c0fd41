/** Renders the content of reports as printable PDF. */
@NullMarked
@ApplicationModule
package dev.atelier.report.rendering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
