/** MongoDB as all services use it: transactions, typed ids, leases and documents bound to a workspace. */
@NullMarked
package dev.atelier.kit.mongo;

import org.jspecify.annotations.NullMarked;
