/** Runs that go with all they left: with their project, or when their time is over (W6, W8). */
@NullMarked
package dev.atelier.agentrun.run.removing;

import org.jspecify.annotations.NullMarked;
