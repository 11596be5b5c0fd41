/** Acceptance tests of the product through the gateway, against the complete running system. */
@NullMarked
package dev.atelier.acceptance;

import org.jspecify.annotations.NullMarked;
