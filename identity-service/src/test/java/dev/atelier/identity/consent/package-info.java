/** Tests of consents. */
@NullMarked
package dev.atelier.identity.consent;

import org.jspecify.annotations.NullMarked;
