/** The invoices of a workspace, as the payment provider reports them. */
@NullMarked
package dev.atelier.workspace.billing.invoice;

import org.jspecify.annotations.NullMarked;
