/** What the payment provider Stripe says, signed, in any order and more than once. */
@NullMarked
package dev.atelier.workspace.billing.stripe;

import org.jspecify.annotations.NullMarked;
