/** Tests of batch jobs. */
@NullMarked
package dev.atelier.kit.batch;

import org.jspecify.annotations.NullMarked;
