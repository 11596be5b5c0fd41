/** Tests of workspace-service as its clients see it, on a real database. */
@NullMarked
package dev.atelier.workspace;

import org.jspecify.annotations.NullMarked;
