/** Decides, when a connection is made, which network addresses may be reached on behalf of a user. */
@NullMarked
package dev.atelier.kit.network;

import org.jspecify.annotations.NullMarked;
