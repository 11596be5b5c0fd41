/** The one command: a whole Atelier on one machine, started, watched and stopped. */
@NullMarked
package dev.atelier.stack;

import org.jspecify.annotations.NullMarked;
