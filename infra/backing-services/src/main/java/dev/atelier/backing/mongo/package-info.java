/** MongoDB as a replica set of one node. */
@NullMarked
package dev.atelier.backing.mongo;

import org.jspecify.annotations.NullMarked;
