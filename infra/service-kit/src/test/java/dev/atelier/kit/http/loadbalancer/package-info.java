/** Tests of the choice among a service's addresses, on real sockets. */
@NullMarked
package dev.atelier.kit.http.loadbalancer;

import org.jspecify.annotations.NullMarked;
