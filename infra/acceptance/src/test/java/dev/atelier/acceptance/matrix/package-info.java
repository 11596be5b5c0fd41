/** Every route of every service, asked by everybody who must not and with everything that must not. */
@NullMarked
package dev.atelier.acceptance.matrix;

import org.jspecify.annotations.NullMarked;
