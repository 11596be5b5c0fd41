/** Versions of legal documents, and their public pages. */
@NullMarked
package dev.atelier.identity.legal.version;

import org.jspecify.annotations.NullMarked;
