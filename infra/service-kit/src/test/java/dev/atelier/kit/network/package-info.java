@NullMarked
package dev.atelier.kit.network;

import org.jspecify.annotations.NullMarked;
