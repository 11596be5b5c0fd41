/** What other services own, as this one last heard of it: newest version per key, rebuilt from Kafka at will. */
@NullMarked
package dev.atelier.kit.state;

import org.jspecify.annotations.NullMarked;
