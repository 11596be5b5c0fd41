/** Tests of the package of the same name. */
@NullMarked
package dev.atelier.identity.session;

import org.jspecify.annotations.NullMarked;
