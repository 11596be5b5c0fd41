/** Turns what a report says into a PDF made for print. */
@NullMarked
@ApplicationModule
package dev.atelier.report.rendering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
