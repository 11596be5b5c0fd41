/** What every service starts with: default settings and the clock. */
@NullMarked
package dev.atelier.kit.settings;

import org.jspecify.annotations.NullMarked;
