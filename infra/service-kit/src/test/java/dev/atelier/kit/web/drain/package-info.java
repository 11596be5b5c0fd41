/** Tests of an ordered stop. */
@NullMarked
package dev.atelier.kit.web.drain;

import org.jspecify.annotations.NullMarked;
