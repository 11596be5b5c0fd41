/** Tests of the package of the same name. */
@NullMarked
package dev.atelier.identity.account;

import org.jspecify.annotations.NullMarked;
