/** Tests of the package of the same name. */
@NullMarked
package dev.atelier.agentrun.model;

import org.jspecify.annotations.NullMarked;
