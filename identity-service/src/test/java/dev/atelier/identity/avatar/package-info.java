/** Tests of avatars. */
@NullMarked
package dev.atelier.identity.avatar;

import org.jspecify.annotations.NullMarked;
