package dev.atelier.workspace.billing;

import dev.atelier.events.PaymentState;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The plan that the operator sets.
 *
 * @param plan the name of a plan of this installation
 * @param paymentState {@code SUSPENDED} lets nothing new begin until an operator changes it
 * @param customerId the payment provider's id of the customer, {@code cus_} and up to 250 letters and digits; if missing,
 *     no customer is linked
 */
record SetPlanRequest(
        @NotNull(message = "must be given") @Size(max = 40) String plan,
        @NotNull(message = "must be given") PaymentState paymentState,

        @Nullable @Pattern(regexp = "cus_[A-Za-z0-9]{1,250}", message = "must be cus_ and letters or digits") String customerId) {}
