/** The built-in model, which needs no key: it selects, orders and counts data and generates no text. */
@NullMarked
package dev.atelier.agentrun.model.builtin;

import org.jspecify.annotations.NullMarked;
