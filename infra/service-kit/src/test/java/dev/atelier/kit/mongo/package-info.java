@NullMarked
package dev.atelier.kit.mongo;

import org.jspecify.annotations.NullMarked;
