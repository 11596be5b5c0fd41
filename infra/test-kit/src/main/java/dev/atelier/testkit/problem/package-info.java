/** Whether everything that a module refuses has its French. */
@NullMarked
package dev.atelier.testkit.problem;

import org.jspecify.annotations.NullMarked;
