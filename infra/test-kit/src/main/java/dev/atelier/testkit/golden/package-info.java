/** Documents that are checked in, so that a change shows in the diff. */
@NullMarked
package dev.atelier.testkit.golden;

import org.jspecify.annotations.NullMarked;
