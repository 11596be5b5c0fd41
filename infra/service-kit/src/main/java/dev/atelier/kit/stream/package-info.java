/** Server-sent events: each stream ends at once when the reader's token, session or access ends. */
@NullMarked
package dev.atelier.kit.stream;

import org.jspecify.annotations.NullMarked;
