/** An ordered stop: not ready any more, answering for a while, and only then the end of what is under way. */
@NullMarked
package dev.atelier.kit.web.drain;

import org.jspecify.annotations.NullMarked;
