/** Tests of the nightly deletion of expired data. */
@NullMarked
package dev.atelier.kit.retention;

import org.jspecify.annotations.NullMarked;
