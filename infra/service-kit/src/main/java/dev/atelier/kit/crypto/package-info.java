/** Secrets of customers at rest: each under a key of its own, that key under the installation's master key. */
@NullMarked
package dev.atelier.kit.crypto;

import org.jspecify.annotations.NullMarked;
