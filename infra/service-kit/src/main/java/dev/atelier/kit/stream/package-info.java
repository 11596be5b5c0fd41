/** Streams of server-sent events: each ends with its reader's token, session or right to read, at once. */
@NullMarked
package dev.atelier.kit.stream;

import org.jspecify.annotations.NullMarked;
