/** Tests of invitations, without Spring. */
@NullMarked
package dev.atelier.workspace.invitation;

import org.jspecify.annotations.NullMarked;
