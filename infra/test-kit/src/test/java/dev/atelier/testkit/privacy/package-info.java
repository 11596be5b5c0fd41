/** Tests of the gate on the published language. */
@NullMarked
package dev.atelier.testkit.privacy;

import org.jspecify.annotations.NullMarked;
