/** How a stored or sent field says whether it can hold personal data, why, and for how long. */
@NullMarked
package dev.atelier.events.privacy;

import org.jspecify.annotations.NullMarked;
