/** Tests of the scopes of service accounts. */
@NullMarked
package dev.atelier.kit.scope;

import org.jspecify.annotations.NullMarked;
