/** How long a fact takes from the commit that says it to the commit of whoever hears it. */
@NullMarked
package dev.atelier.bench.events;

import org.jspecify.annotations.NullMarked;
