/** The model that works without a key: it picks, orders and counts what is in the data, and generates nothing. */
@NullMarked
package dev.atelier.agentrun.model.builtin;

import org.jspecify.annotations.NullMarked;
