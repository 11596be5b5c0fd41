/** Which scope each route requires of service accounts; routes without a scope are closed to them. */
@NullMarked
package dev.atelier.kit.scope;

import org.jspecify.annotations.NullMarked;
