/** Tests of what service accounts may do. */
@NullMarked
package dev.atelier.kit.scope;

import org.jspecify.annotations.NullMarked;
