/** Agents and their runs: definitions, models, tools, run execution and approvals. */
@NullMarked
package dev.atelier.agentrun;

import org.jspecify.annotations.NullMarked;
