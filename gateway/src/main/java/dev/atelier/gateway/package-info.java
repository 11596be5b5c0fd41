/** The one door: finds the route, checks the token, keeps the limits, and passes on. It keeps nothing. */
@NullMarked
package dev.atelier.gateway;

import org.jspecify.annotations.NullMarked;
