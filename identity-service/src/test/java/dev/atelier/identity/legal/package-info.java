/** Tests of legal documents. */
@NullMarked
package dev.atelier.identity.legal;

import org.jspecify.annotations.NullMarked;
