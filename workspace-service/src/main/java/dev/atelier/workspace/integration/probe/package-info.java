/** Checks in another system whether a secret is valid and whether the references exist. */
@NullMarked
package dev.atelier.workspace.integration.probe;

import org.jspecify.annotations.NullMarked;
