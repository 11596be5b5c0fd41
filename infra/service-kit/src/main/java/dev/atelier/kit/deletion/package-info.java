/**
 * Removes what hangs on a workspace, a project or an action that was deleted: in small steps, by one instance at a time,
 * taken up by another one where that one dies.
 */
@NullMarked
package dev.atelier.kit.deletion;

import org.jspecify.annotations.NullMarked;
