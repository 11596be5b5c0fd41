/** Which addresses on the network may be reached on behalf of a user, decided when the connection is made. */
@NullMarked
package dev.atelier.kit.network;

import org.jspecify.annotations.NullMarked;
