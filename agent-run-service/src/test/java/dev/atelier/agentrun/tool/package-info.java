/** Tests of the package of the same name. */
@NullMarked
package dev.atelier.agentrun.tool;

import org.jspecify.annotations.NullMarked;
