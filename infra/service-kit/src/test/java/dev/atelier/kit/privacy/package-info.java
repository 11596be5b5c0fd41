/** Tests that the kit passes the privacy gate and that the gate fails on a fixture. */
@NullMarked
package dev.atelier.kit.privacy;

import org.jspecify.annotations.NullMarked;
