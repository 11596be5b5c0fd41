/** Authorization by workspace and project, decided at each request from the data that the service itself stores. */
@NullMarked
package dev.atelier.kit.access;

import org.jspecify.annotations.NullMarked;
