/** The local stack: starts, supervises and stops a complete Atelier on one machine. */
@NullMarked
package dev.atelier.stack;

import org.jspecify.annotations.NullMarked;
