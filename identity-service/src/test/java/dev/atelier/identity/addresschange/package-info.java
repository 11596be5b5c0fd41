@NullMarked
package dev.atelier.identity.addresschange;

import org.jspecify.annotations.NullMarked;
