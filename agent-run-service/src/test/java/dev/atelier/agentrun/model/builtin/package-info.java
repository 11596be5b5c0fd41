/** Tests of the package of the same name. */
@NullMarked
package dev.atelier.agentrun.model.builtin;

import org.jspecify.annotations.NullMarked;
