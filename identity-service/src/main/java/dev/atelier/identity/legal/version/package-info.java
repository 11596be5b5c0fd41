/** Versions of legal documents: which there are, which is in force, and how everybody reads them. */
@NullMarked
package dev.atelier.identity.legal.version;

import org.jspecify.annotations.NullMarked;
