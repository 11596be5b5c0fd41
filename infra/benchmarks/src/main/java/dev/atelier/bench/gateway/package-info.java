/** What the one door adds to a request. */
@NullMarked
package dev.atelier.bench.gateway;

import org.jspecify.annotations.NullMarked;
