/** The tools for a project's actions, done at workspace-service with the rights of the person the run works for. */
@NullMarked
package dev.atelier.agentrun.tool.action;

import org.jspecify.annotations.NullMarked;
