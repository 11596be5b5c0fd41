/** Tests of the package of the same name. */
@NullMarked
package dev.atelier.identity.sync;

import org.jspecify.annotations.NullMarked;
