/** Tests of the graceful stop. */
@NullMarked
package dev.atelier.kit.web.drain;

import org.jspecify.annotations.NullMarked;
