/** Tests of the encryption of stored secrets. */
@NullMarked
package dev.atelier.kit.crypto;

import org.jspecify.annotations.NullMarked;
