/** Tests of the nightly sweep. */
@NullMarked
package dev.atelier.kit.retention;

import org.jspecify.annotations.NullMarked;
