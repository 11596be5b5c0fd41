/** Stories of the product through the gateway, against the whole running system. */
@NullMarked
package dev.atelier.acceptance;

import org.jspecify.annotations.NullMarked;
