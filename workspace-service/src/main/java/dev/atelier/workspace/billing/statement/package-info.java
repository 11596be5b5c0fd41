/**
 * The statements of the payment provider about a customer: which one is newer, and what results from all of them in
 * whatever order they arrive.
 */
@NullMarked
package dev.atelier.workspace.billing.statement;

import org.jspecify.annotations.NullMarked;
