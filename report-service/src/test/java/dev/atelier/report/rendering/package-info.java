@NullMarked
package dev.atelier.report.rendering;

import org.jspecify.annotations.NullMarked;
