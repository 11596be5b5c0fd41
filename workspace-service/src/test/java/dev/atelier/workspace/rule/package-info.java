/** Tests of what a manager decides. */
@NullMarked
package dev.atelier.workspace.rule;

import org.jspecify.annotations.NullMarked;
