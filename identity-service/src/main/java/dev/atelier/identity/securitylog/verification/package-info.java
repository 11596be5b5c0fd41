/** Walking along the chain of the security log: whether it is whole, and dropping what is too old. */
@NullMarked
package dev.atelier.identity.securitylog.verification;

import org.jspecify.annotations.NullMarked;
