/** The documents of all APIs and events at one place, for people and for programs. */
@NullMarked
package dev.atelier.gateway.apidocs;

import org.jspecify.annotations.NullMarked;
