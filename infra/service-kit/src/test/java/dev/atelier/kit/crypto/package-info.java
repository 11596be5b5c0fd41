/** Tests of secrets at rest. */
@NullMarked
package dev.atelier.kit.crypto;

import org.jspecify.annotations.NullMarked;
