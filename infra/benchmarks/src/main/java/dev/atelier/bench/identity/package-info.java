/** How many people can sign in, and how soon all services know a new one. */
@NullMarked
package dev.atelier.bench.identity;

import org.jspecify.annotations.NullMarked;
