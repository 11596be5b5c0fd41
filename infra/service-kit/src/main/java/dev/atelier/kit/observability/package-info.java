/**
 * Trace, request id and workspace id: propagated from the first request to the last consumer and added to every log
 * line.
 */
@NullMarked
package dev.atelier.kit.observability;

import org.jspecify.annotations.NullMarked;
