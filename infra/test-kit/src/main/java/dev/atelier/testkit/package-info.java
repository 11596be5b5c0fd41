/** Real MongoDB, Kafka, mail and Keycloak for tests, with and without Spring. */
@NullMarked
package dev.atelier.testkit;

import org.jspecify.annotations.NullMarked;
