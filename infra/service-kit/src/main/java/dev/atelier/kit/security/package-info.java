/** Who is asking: tokens of people and of services, and for whom a service asks. */
@NullMarked
package dev.atelier.kit.security;

import org.jspecify.annotations.NullMarked;
