/** Tests of the package of the same name. */
@NullMarked
package dev.atelier.identity.securitylog.verification;

import org.jspecify.annotations.NullMarked;
