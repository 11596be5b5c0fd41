/** Tests of the photos. */
@NullMarked
package dev.atelier.kit.image;

import org.jspecify.annotations.NullMarked;
