/** Tests of the privacy gate on published events and states. */
@NullMarked
package dev.atelier.testkit.privacy;

import org.jspecify.annotations.NullMarked;
