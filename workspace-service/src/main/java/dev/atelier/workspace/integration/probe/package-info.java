/** Asks another system whether a secret opens it and whether what is referred to is there. */
@NullMarked
package dev.atelier.workspace.integration.probe;

import org.jspecify.annotations.NullMarked;
