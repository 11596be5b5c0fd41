/** Annotations that declare whether a stored or sent field can hold personal data, why, and for how long. */
@NullMarked
package dev.atelier.events.privacy;

import org.jspecify.annotations.NullMarked;
