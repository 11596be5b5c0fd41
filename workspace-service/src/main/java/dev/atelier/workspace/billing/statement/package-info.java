/** What the payment provider said of a customer: which statement is newer, and what holds after all of them, in whatever order they arrive. */
@NullMarked
package dev.atelier.workspace.billing.statement;

import org.jspecify.annotations.NullMarked;
