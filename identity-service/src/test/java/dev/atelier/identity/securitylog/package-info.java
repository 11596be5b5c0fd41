/** Tests of the package of the same name. */
@NullMarked
package dev.atelier.identity.securitylog;

import org.jspecify.annotations.NullMarked;
