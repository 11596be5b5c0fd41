/** How fast a page of a long list comes while the database grows. */
@NullMarked
package dev.atelier.bench.lists;

import org.jspecify.annotations.NullMarked;
