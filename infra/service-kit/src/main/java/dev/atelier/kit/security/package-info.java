/** Authentication: tokens of people and of services, and the user on whose behalf a service calls. */
@NullMarked
package dev.atelier.kit.security;

import org.jspecify.annotations.NullMarked;
