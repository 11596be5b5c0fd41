/** Tests of the choice among a service's addresses, on real sockets. */
@NullMarked
package dev.atelier.kit.http.balance;

import org.jspecify.annotations.NullMarked;
