/** Default settings and the clock of every service. */
@NullMarked
package dev.atelier.kit.settings;

import org.jspecify.annotations.NullMarked;
