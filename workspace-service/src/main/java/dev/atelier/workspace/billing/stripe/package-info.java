/** The webhook of the payment provider Stripe. Events are signed, and can arrive in any order and more than once. */
@NullMarked
package dev.atelier.workspace.billing.stripe;

import org.jspecify.annotations.NullMarked;
