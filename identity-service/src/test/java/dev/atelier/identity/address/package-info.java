@NullMarked
package dev.atelier.identity.address;

import org.jspecify.annotations.NullMarked;
