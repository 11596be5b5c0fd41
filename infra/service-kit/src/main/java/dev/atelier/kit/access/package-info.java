/** Who may do what where, decided from the service's own data at each request. */
@NullMarked
package dev.atelier.kit.access;

import org.jspecify.annotations.NullMarked;
