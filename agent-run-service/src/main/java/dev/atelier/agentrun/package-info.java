/** Agents and their runs: definitions, models, tools, the durable engine, approvals. */
@NullMarked
package dev.atelier.agentrun;

import org.jspecify.annotations.NullMarked;
