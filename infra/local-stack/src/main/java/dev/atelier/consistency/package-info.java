/** People at work and the reckoning afterwards: what was promised beside what is there and what went out. */
@NullMarked
package dev.atelier.consistency;

import org.jspecify.annotations.NullMarked;
