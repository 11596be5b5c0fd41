/** What the built-in model makes of a project's actions: status, extracts and follow-ups. */
@NullMarked
package dev.atelier.agentrun.model.builtin.board;

import org.jspecify.annotations.NullMarked;
