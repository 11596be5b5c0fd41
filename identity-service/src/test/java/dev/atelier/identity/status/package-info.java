/** Tests of the package of the same name. */
@NullMarked
package dev.atelier.identity.status;

import org.jspecify.annotations.NullMarked;
