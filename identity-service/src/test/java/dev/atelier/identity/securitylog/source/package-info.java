/** Tests of the package of the same name. */
@NullMarked
package dev.atelier.identity.securitylog.source;

import org.jspecify.annotations.NullMarked;
