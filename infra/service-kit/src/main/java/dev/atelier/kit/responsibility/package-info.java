/**
 * Whatever acts for somebody names a responsible member: keys, endpoints, connected systems, connections to models. When that
 * membership or account ends, it is suspended in the transaction that learns of it, until a manager takes it over.
 */
@NullMarked
package dev.atelier.kit.responsibility;

import org.jspecify.annotations.NullMarked;
