@NullMarked
package dev.atelier.report.report;

import org.jspecify.annotations.NullMarked;
