/** MongoDB, Kafka, Keycloak and a mail catcher for one machine: from an address, as a process, or in a container. */
@NullMarked
package dev.atelier.backing;

import org.jspecify.annotations.NullMarked;
