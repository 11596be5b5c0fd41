/** Tests of people's pictures. */
@NullMarked
package dev.atelier.identity.avatar;

import org.jspecify.annotations.NullMarked;
