/** What may only be done by somebody who signed in a moment ago. */
@NullMarked
package dev.atelier.kit.security.recent;

import org.jspecify.annotations.NullMarked;
