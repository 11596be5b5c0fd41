/** Tests of the load balancer, on real sockets. */
@NullMarked
package dev.atelier.kit.http.loadbalancer;

import org.jspecify.annotations.NullMarked;
