/** Tests of the package of the same name. */
@NullMarked
package dev.atelier.identity.profile;

import org.jspecify.annotations.NullMarked;
