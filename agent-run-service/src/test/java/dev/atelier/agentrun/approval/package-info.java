/** Tests of the package of the same name. */
@NullMarked
package dev.atelier.agentrun.approval;

import org.jspecify.annotations.NullMarked;
