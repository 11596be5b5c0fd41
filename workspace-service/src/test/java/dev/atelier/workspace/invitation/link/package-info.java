/** Links without Spring. */
@NullMarked
package dev.atelier.workspace.invitation.link;

import org.jspecify.annotations.NullMarked;
