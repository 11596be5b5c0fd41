/** Tests of the package of the same name. */
@NullMarked
package dev.atelier.identity.deactivation;

import org.jspecify.annotations.NullMarked;
