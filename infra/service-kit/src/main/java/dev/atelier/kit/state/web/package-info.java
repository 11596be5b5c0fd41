/** What operators see of a service's projections, and how they have one built anew. */
@NullMarked
package dev.atelier.kit.state.web;

import org.jspecify.annotations.NullMarked;
