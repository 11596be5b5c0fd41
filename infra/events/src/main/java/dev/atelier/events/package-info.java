/** The published language: every fact and state record that crosses a service border, and its envelope. */
@NullMarked
package dev.atelier.events;

import org.jspecify.annotations.NullMarked;
