/** Reading and acceptance of versions by people. */
@NullMarked
package dev.atelier.identity.legal.acceptance;

import org.jspecify.annotations.NullMarked;
