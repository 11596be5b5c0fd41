/** The documents of all APIs and events in one place, for humans and programs. */
@NullMarked
package dev.atelier.gateway.apidocs;

import org.jspecify.annotations.NullMarked;
