/** Tests of the processing of photos. */
@NullMarked
package dev.atelier.kit.image;

import org.jspecify.annotations.NullMarked;
