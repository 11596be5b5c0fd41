/** Content of the security log: closed lists, so that no free text gets in. */
@NullMarked
package dev.atelier.identity.securitylog.entry;

import org.jspecify.annotations.NullMarked;
