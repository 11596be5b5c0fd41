/** Operator API: lists a service's projections and rebuilds them. */
@NullMarked
package dev.atelier.kit.state.web;

import org.jspecify.annotations.NullMarked;
