/**
 * Graceful stop: the service refuses traffic in its readiness, still answers for a while, and only then stops its
 * components.
 */
@NullMarked
package dev.atelier.kit.web.drain;

import org.jspecify.annotations.NullMarked;
