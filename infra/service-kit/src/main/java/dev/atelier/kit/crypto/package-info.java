/** Encryption of stored customer secrets: each has its own data key, which the installation's master key wraps. */
@NullMarked
package dev.atelier.kit.crypto;

import org.jspecify.annotations.NullMarked;
