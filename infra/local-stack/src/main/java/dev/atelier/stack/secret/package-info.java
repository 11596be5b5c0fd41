/** What an installation alone knows, in files that their owner alone may read. */
@NullMarked
package dev.atelier.stack.secret;

import org.jspecify.annotations.NullMarked;
