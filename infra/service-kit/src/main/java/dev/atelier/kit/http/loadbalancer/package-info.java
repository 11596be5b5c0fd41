/** The addresses of a service, in turn; one that is away or leaving is passed over where nothing is done twice by it. */
@NullMarked
package dev.atelier.kit.http.loadbalancer;

import org.jspecify.annotations.NullMarked;
