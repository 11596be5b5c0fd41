/** Tests of the package of the same name. */
@NullMarked
package dev.atelier.agentrun.agent;

import org.jspecify.annotations.NullMarked;
