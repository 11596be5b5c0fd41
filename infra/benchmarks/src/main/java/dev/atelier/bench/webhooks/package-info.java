/** How fast facts reach outside systems, and whether one that hangs slows the others. */
@NullMarked
package dev.atelier.bench.webhooks;

import org.jspecify.annotations.NullMarked;
