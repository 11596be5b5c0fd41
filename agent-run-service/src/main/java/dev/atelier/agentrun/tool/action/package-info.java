/**
 * The tools for a project's actions. They call workspace-service with the rights of the person who started the run.
 */
@NullMarked
package dev.atelier.agentrun.tool.action;

import org.jspecify.annotations.NullMarked;
