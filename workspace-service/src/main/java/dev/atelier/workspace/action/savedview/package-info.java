/** Lists that people of a project come back to: filters and an order under a name (W7). */
@NullMarked
package dev.atelier.workspace.action.savedview;

import org.jspecify.annotations.NullMarked;
