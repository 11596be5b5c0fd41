/** What people say of versions: seen, accepted. */
@NullMarked
package dev.atelier.identity.legal.acceptance;

import org.jspecify.annotations.NullMarked;
