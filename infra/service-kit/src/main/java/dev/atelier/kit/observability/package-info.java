/** One trace, one request id and one workspace id from the first request to the last consumer and in every log line. */
@NullMarked
package dev.atelier.kit.observability;

import org.jspecify.annotations.NullMarked;
