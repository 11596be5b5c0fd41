/** The whole report-service on real parts. */
@NullMarked
package dev.atelier.report;

import org.jspecify.annotations.NullMarked;
