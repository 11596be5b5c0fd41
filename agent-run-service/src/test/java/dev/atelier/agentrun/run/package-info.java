/** Tests of the package of the same name. */
@NullMarked
package dev.atelier.agentrun.run;

import org.jspecify.annotations.NullMarked;
