/**
 * Client-side load balancing: round robin over the addresses of a service, with failover where no request can be
 * executed twice.
 */
@NullMarked
package dev.atelier.kit.http.loadbalancer;

import org.jspecify.annotations.NullMarked;
