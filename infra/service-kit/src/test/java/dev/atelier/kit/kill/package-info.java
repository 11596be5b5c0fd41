/** Tests that kill processes and check the delivery guarantees of the kit. */
@NullMarked
package dev.atelier.kit.kill;

import org.jspecify.annotations.NullMarked;
