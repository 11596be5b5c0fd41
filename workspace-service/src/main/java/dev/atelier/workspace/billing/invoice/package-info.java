/** The invoices of a workspace, as the payment provider made them. */
@NullMarked
package dev.atelier.workspace.billing.invoice;

import org.jspecify.annotations.NullMarked;
