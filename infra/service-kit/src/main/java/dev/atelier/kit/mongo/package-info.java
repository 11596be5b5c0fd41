/** MongoDB access that all services share: transactions, leases, limit guards, typed ids and the tenant guard. */
@NullMarked
package dev.atelier.kit.mongo;

import org.jspecify.annotations.NullMarked;
