/** The gateway: checks the token and the limits, finds the route and forwards the request. It stores nothing. */
@NullMarked
package dev.atelier.gateway;

import org.jspecify.annotations.NullMarked;
