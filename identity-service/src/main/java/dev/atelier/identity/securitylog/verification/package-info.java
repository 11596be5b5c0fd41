/** Checks of the security log's chain, and deletion of entries after their retention. */
@NullMarked
package dev.atelier.identity.securitylog.verification;

import org.jspecify.annotations.NullMarked;
