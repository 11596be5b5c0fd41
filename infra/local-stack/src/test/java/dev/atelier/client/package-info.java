@NullMarked
package dev.atelier.client;

import org.jspecify.annotations.NullMarked;
