/** Tests of the package of the same name. */
@NullMarked
package dev.atelier.identity.securitylog.alert;

import org.jspecify.annotations.NullMarked;
